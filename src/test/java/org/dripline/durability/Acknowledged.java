package org.dripline.durability;

/** A write that the store promised to keep: one line of a {@link WritingProcess}. */
record Acknowledged(String id, long version, String mark) {

    /** What the documents of one transaction carry: its name and how many they are. */
    static String mark(String token, int size) {
        return token + "/" + size;
    }

    /** The transaction of a mark: some go on with a position, so that each document of a transaction has its own. */
    static String transaction(String mark) {
        return mark.replaceFirst("#.*", "");
    }

    String line() {
        return id + " " + version + " " + mark + "\n";
    }

    static Acknowledged of(String line) {
        String[] parts = line.split(" ", -1);
        return new Acknowledged(parts[0], Long.parseLong(parts[1]), parts[2]);
    }
}
