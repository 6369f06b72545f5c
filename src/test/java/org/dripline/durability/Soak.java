package org.dripline.durability;

/** Whether the long forms run: {@code make soak} sets the property. */
final class Soak {
    static final boolean LONG = Boolean.getBoolean("soak");

    private Soak() {}

    static int rounds(int shortForm, int longForm) {
        return LONG ? longForm : shortForm;
    }
}
