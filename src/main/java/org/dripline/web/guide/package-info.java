/**
 * The implementation guide as pages: one for each profile, value set, questionnaire and whatever else is shipped, made
 * from the definitions themselves. Start at {@link org.dripline.web.guide.Guide}.
 */
@NullMarked
package org.dripline.web.guide;

import org.jspecify.annotations.NullMarked;
