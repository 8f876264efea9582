package org.vigil.architecture;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.lang.ArchRule;

/** What the module boundaries can't say; each rule is shown to fail on a planted violation. */
final class Rules {

    static final ArchRule JOOQ_ONLY_IN_DATA = noClasses()
            .that()
            .resideOutsideOfPackages("..data..", "org.vigil.db..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.jooq..", "org.vigil.db.generated..")
            .because("a query stands beside the others of its module, where its rights and its speed are looked after");

    static final ArchRule VAADIN_ONLY_IN_UI = noClasses()
            .that(outsideTheScreens())
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.vaadin..")
            .because("everything below the screens must run, and be tested, without them");

    static final ArchRule RULES_ARE_PURE = noClasses()
            .that()
            .resideInAnyPackage("..rules..")
            .and()
            .doNotHaveSimpleName("package-info")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "org.jooq..", "com.vaadin..", "org.quartz..", "org.vigil.db..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .because("a rule is (facts, instant) to a decision with its reason, and nothing else");

    static final ArchRule NO_TIME_WITHOUT_A_CLOCK = noClasses()
            .should()
            .callMethodWhere(nowWithoutAClock())
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .because("a test pins the clock, and a demonstration shifts it");

    static final ArchRule NO_SILENT_INSERTS = noClasses()
            .should()
            .callMethodWhere(target(nameMatching("onDuplicateKeyIgnore|fetchInto")))
            .because("INSERT IGNORE hides broken keys and bad values, and fetchInto maps by guesswork");

    static final ArchRule NO_SCRIPTS_OR_MARKUP_FROM_DATA = noClasses()
            .that()
            .resideOutsideOfPackage("org.vigil.shared.ui..")
            .should()
            .callMethodWhere(target(nameMatching("executeJs|setInnerHtml|getStyle"))
                    .and(target(owner(assignableTo(nameMatching("com\\.vaadin\\.flow.*"))))))
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("com.vaadin.flow.component.Html")
            .because("what a caller says must never become a script");

    static final ArchRule NO_BUNDLED_FRONT_END = noClasses()
            .should()
            .dependOnClassesThat()
            .haveNameMatching("com\\.vaadin\\.flow\\.component\\.dependency\\.(JsModule|CssImport|NpmPackage)")
            .because("the production bundle ships ready-made: a build that needs Node fails on a clean machine");

    private Rules() {}

    private static DescribedPredicate<JavaClass> outsideTheScreens() {
        return DescribedPredicate.describe(
                "stand outside the ui rooms and the shell",
                type -> type.getPackageName().startsWith("org.vigil")
                        && !type.getPackageName().equals("org.vigil")
                        && !type.getPackageName().matches(".*\\.ui(\\..*)?"));
    }

    private static DescribedPredicate<JavaMethodCall> nowWithoutAClock() {
        return DescribedPredicate.describe("now() without a clock", call -> {
            var method = call.getTarget();
            return method.getName().equals("now")
                    && method.getRawParameterTypes().isEmpty()
                    && method.getOwner().getPackageName().equals("java.time");
        });
    }
}
