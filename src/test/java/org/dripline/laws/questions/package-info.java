/**
 * Questions to ask a search engine, made from the data it holds: each value in each form and with each modifier and
 * prefix of R4, and what comes near it without being it. What the answer should be says the oracle. Start with
 * {@link org.dripline.laws.questions.Questions}.
 */
@NullMarked
package org.dripline.laws.questions;

import org.jspecify.annotations.NullMarked;
