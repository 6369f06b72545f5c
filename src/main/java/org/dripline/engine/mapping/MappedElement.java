package org.dripline.engine.mapping;

/** An element and the layout that puts it into columns. */
public record MappedElement(ElementPath path, Layout layout) {}
