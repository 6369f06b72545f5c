/** Charts as SVG, drawn once on the server and used in pages and in PDF alike; start at {@link org.dripline.web.chart.Chart}. */
@NullMarked
package org.dripline.web.chart;

import org.jspecify.annotations.NullMarked;
