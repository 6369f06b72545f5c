/**
 * Pages for people, read only: markup that cannot be written unescaped, and how a page is sent. Knows neither FHIR nor
 * HAPI; start at {@link org.dripline.web.PageServlet}.
 */
@NullMarked
package org.dripline.web;

import org.jspecify.annotations.NullMarked;
