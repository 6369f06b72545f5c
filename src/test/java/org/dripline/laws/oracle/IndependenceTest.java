package org.dripline.laws.oracle;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The oracle is worth something only as long as it shares nothing with what it judges. */
@AnalyzeClasses(packages = {"org.dripline.laws.oracle", "org.dripline.laws.questions"})
class IndependenceTest {
    @ArchTest
    static final ArchRule USES_NOTHING_OF_THE_PROJECT = noClasses()
            .should()
            .dependOnClassesThat(resideInAPackage("org.dripline..")
                    .and(resideOutsideOfPackages("org.dripline.laws.oracle..", "org.dripline.laws.questions..")));
}
