package org.dripline.durability;

/** Whether the long forms run: {@code make soak} sets the property. */
public final class Soak {
    public static final boolean LONG = Boolean.getBoolean("soak");

    private Soak() {}

    public static int rounds(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }
}
