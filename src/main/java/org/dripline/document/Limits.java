package org.dripline.document;

/**
 * How large a document may be. What is over a limit is refused before it can cost memory, stack or time.
 *
 * @param maxBytes length of the body after decompression
 * @param maxDepth objects and arrays within each other, the root counting as one; in XML the depth that the same
 *     document has in JSON
 * @param maxNumberLength characters of one number
 * @param maxExponent largest power of ten, up or down, that a number may name
 * @param maxTextLength characters (UTF-16 units) of one string or name
 */
public record Limits(int maxBytes, int maxDepth, int maxNumberLength, int maxExponent, int maxTextLength) {
    public static final Limits DEFAULT = new Limits(8 << 20, 50, 128, 400, 1 << 20);

    /** Our own output, such as a page of a thousand large resources, is no danger to us. */
    public static final Limits OWN = new Limits(
            Integer.MAX_VALUE,
            DEFAULT.maxDepth() + 4,
            DEFAULT.maxNumberLength(),
            DEFAULT.maxExponent(),
            Integer.MAX_VALUE);

    /** For documents that were accepted once: they must always be written again. */
    static final Limits NONE =
            new Limits(Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE);

    /** The same, but for documents that wrap others in more objects and arrays. */
    public Limits deeper(int levels) {
        return new Limits(maxBytes, maxDepth + levels, maxNumberLength, maxExponent, maxTextLength);
    }
}
