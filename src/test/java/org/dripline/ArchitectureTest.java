package org.dripline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Arrays;
import java.util.stream.Stream;

/** The package table of the architecture: what each package may use. A line here is a line there. */
@AnalyzeClasses(packages = "org.dripline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final String[] EVERYWHERE = {"java..", "javax..", "org.jspecify..", "org.slf4j.."};
    private static final String OUTCOME = "org.dripline.outcome..";
    private static final String ACCESS = "org.dripline.access..";
    private static final String DOCUMENT = "org.dripline.document..";
    private static final String ENGINE = "org.dripline.engine..";
    private static final String SCHEMA = "org.dripline.schema..";
    private static final String[] HAPI_MODEL = {
        "ca.uhn.fhir.context..", "ca.uhn.fhir.model..", "ca.uhn.fhir.rest.api", "org.hl7.fhir.instance.model.api.."
    };

    @ArchTest
    static final ArchRule OUTCOME_IS_PLAIN = only("outcome", "org.apache.commons.text..");

    @ArchTest
    static final ArchRule ACCESS_IS_PLAIN = only("access");

    @ArchTest
    static final ArchRule DOCUMENT_USES_DEFINITIONS =
            only("document", with(HAPI_MODEL, OUTCOME, "com.fasterxml.jackson.core..", "org.apache.commons.text.."));

    @ArchTest
    static final ArchRule ENGINE_KNOWS_NO_HTTP = only(
            "engine",
            with(
                    HAPI_MODEL,
                    OUTCOME,
                    ACCESS,
                    DOCUMENT,
                    SCHEMA,
                    "org.jooq..",
                    "com.zaxxer.hikari..",
                    "org.flywaydb..",
                    "org.h2.api..",
                    "org.h2.tools..",
                    "org.postgresql..",
                    "org.fhir.ucum.."));

    @ArchTest
    static final ArchRule PATCH_KNOWS_NO_STORE = only(
            "patch",
            with(
                    HAPI_MODEL,
                    OUTCOME,
                    DOCUMENT,
                    "org.hl7.fhir.r4..",
                    "org.hl7.fhir.exceptions..",
                    "org.w3c.dom..",
                    "org.xml.sax.."));

    @ArchTest
    static final ArchRule CATALOG_IS_DATA = only("catalog", "org.dripline.engine.mapping..", SCHEMA, "org.jooq..");

    @ArchTest
    static final ArchRule TREATMENT_KNOWS_NO_FHIR = only("treatment", ACCESS, "org.jooq..");

    @ArchTest
    static final ArchRule OPERATION_KNOWS_NO_STORE =
            only("operation", DOCUMENT, "org.dripline.treatment..", "org.dripline.web");

    @ArchTest
    static final ArchRule PROFILE_KNOWS_NO_STORE =
            only("profile", OUTCOME, DOCUMENT, "ca.uhn.fhir..", "org.hl7.fhir..", "com.fasterxml.jackson.core..");

    @ArchTest
    static final ArchRule WEB_NEVER_SEES_HAPI = only(
            "web",
            OUTCOME,
            ACCESS,
            DOCUMENT,
            "org.dripline.engine.search..",
            "org.dripline.engine.store..",
            "org.dripline.treatment..",
            "com.openhtmltopdf..",
            "org.apache.pdfbox..",
            "org.apache.fontbox..",
            "org.w3c.dom..",
            "org.dripline.profile..",
            "jakarta.servlet..",
            "org.springframework.boot.web.servlet..",
            "org.springframework.context.annotation..",
            "org.springframework.core.io..",
            "org.springframework.util.function..");

    @ArchTest
    static final ArchRule FHIR_KNOWS_NO_SQL = noClasses()
            .that()
            .resideInAPackage("org.dripline.fhir..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", SCHEMA, "org.h2..", "com.zaxxer..")
            .allowEmptyShould(true);

    /** The others tell what happens through interfaces of their own. */
    @ArchTest
    static final ArchRule ONLY_MONITORING_KNOWS_MICROMETER = noClasses()
            .that()
            .resideOutsideOfPackage("org.dripline.monitoring..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.micrometer..", "org.dripline.monitoring..");

    @ArchTest
    static final ArchRule ENGINE_SERVES_NO_PACKAGE_ABOVE = noClasses()
            .that()
            .resideInAPackage(ENGINE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.dripline.catalog..", "org.dripline.profile..", "org.dripline.fhir..", "org.dripline.demo..");

    /** DML is reached only through these jOOQ doors. */
    @ArchTest
    static final ArchRule ONLY_THE_STORE_WRITES = noClasses()
            .that()
            .resideOutsideOfPackage("org.dripline.engine.store..")
            .should()
            .callMethodWhere(DescribedPredicate.describe(
                    "writes through jOOQ",
                    call -> call.getTargetOwner().isAssignableTo(org.jooq.DSLContext.class)
                            && call.getTarget()
                                    .getName()
                                    .matches("insert.*|update.*|delete.*|merge.*|execute.*|batch.*|transaction.*")));

    @ArchTest
    static final ArchRule NO_CYCLES = slices().matching("org.dripline.(**)")
            .should()
            .beFreeOfCycles()
            .ignoreDependency(resideInAPackage(SCHEMA), resideInAPackage(SCHEMA));

    @ArchTest
    static final ArchRule NO_BANNED_NAMES = classes()
            .should()
            .haveSimpleNameNotEndingWith("Impl")
            .andShould()
            .haveSimpleNameNotEndingWith("Util")
            .andShould()
            .haveSimpleNameNotEndingWith("Utils")
            .andShould()
            .haveSimpleNameNotEndingWith("Helper")
            .andShould()
            .haveSimpleNameNotEndingWith("Manager");

    @ArchTest
    static final ArchRule NO_OLD_TIME = noClasses()
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(java.util.Calendar.class, java.text.SimpleDateFormat.class);

    @ArchTest
    static final ArchRule TIME_IS_HANDED_IN = noClasses()
            .that()
            .resideInAnyPackage(ENGINE, DOCUMENT, "org.dripline.catalog..", "org.dripline.treatment..")
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.time.LocalDateTime.class, "now")
            .orShould()
            .callMethod(java.time.LocalDate.class, "now");

    @ArchTest
    static final ArchRule EVERY_PACKAGE_IS_NULL_MARKED = classes()
            .that()
            .resideInAPackage("org.dripline..")
            .and()
            .resideOutsideOfPackage(SCHEMA)
            .should(new ArchCondition<>("stand in a package with @NullMarked package-info") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                    events.add(new SimpleConditionEvent(
                            item, marked, item.getPackageName() + " of " + item.getSimpleName()));
                }
            });

    private static ArchRule only(String name, String... others) {
        String own = "org.dripline." + name + "..";
        String[] allowed = Stream.of(Arrays.stream(EVERYWHERE), Stream.of(own), Arrays.stream(others))
                .flatMap(each -> each)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage(own)
                .and()
                .doNotHaveModifier(JavaModifier.SYNTHETIC)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(allowed)
                .allowEmptyShould(true);
    }

    private static String[] with(String[] some, String... more) {
        return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
    }
}
