package io.brigade.platform.rules;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.brigade.platform.idempotency.CurrentWrite;
import io.brigade.platform.openapi.KeyRequired;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import java.util.List;

/** What holds in every module: who may know whom. Each module's {@code ArchitectureTest} checks its own packages. */
public final class ArchitectureRules {

    private static final ArchRule NOTHING_KNOWS_A_RESOURCE_OR_A_SOCKET = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .and()
            .haveSimpleNameNotEndingWith("Socket")
            .should()
            .dependOnClassesThat(resideInAPackage("io.brigade..")
                    .and(simpleNameEndingWith("Resource").or(simpleNameEndingWith("Socket"))))
            .allowEmptyShould(true);

    private static final ArchRule WHAT_IS_SERVED_IS_CALLED_A_RESOURCE = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .and()
            .areNotInterfaces()
            .should()
            .haveSimpleNameEndingWith("Resource")
            .allowEmptyShould(true);

    private static final ArchRule RESOURCES_KNOW_NO_SQL = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.vertx.mutiny.sqlclient..", "org.hibernate..", "jakarta.persistence..")
            .allowEmptyShould(true);

    private static final ArchRule ENTITIES_NEVER_REACH_THE_WIRE = noClasses()
            .that()
            .haveSimpleNameEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .areAnnotatedWith("jakarta.persistence.Entity")
            .allowEmptyShould(true);

    private static final ArchRule INJECTION_IS_BY_CONSTRUCTOR =
            noFields().should().beAnnotatedWith(Inject.class).allowEmptyShould(true);

    private static final ArchRule NOTHING_STATIC_CHANGES = fields().that()
            .areStatic()
            .should()
            .haveModifier(JavaModifier.FINAL)
            .allowEmptyShould(true);

    private static final ArchRule WHAT_REQUIRES_A_KEY_SAYS_SO = methods()
            .that(DescribedPredicate.describe("take writes of money", ArchitectureRules::takesWritesOfMoney))
            .should()
            .beAnnotatedWith(KeyRequired.class)
            .allowEmptyShould(true);

    private ArchitectureRules() {}

    private static boolean takesWritesOfMoney(JavaMethod method) {
        return method.getMethodCallsFromSelf().stream()
                .map(JavaMethodCall::getTarget)
                .anyMatch(target -> target.getOwner().isEquivalentTo(CurrentWrite.class)
                        && target.getName().equals("ofMoney"));
    }

    /** Checks the production classes below a package; fails naming every rule and class that breaks it. */
    public static void check(String basePackage) {
        JavaClasses module = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(basePackage);
        List.of(
                        NOTHING_KNOWS_A_RESOURCE_OR_A_SOCKET,
                        WHAT_IS_SERVED_IS_CALLED_A_RESOURCE,
                        RESOURCES_KNOW_NO_SQL,
                        ENTITIES_NEVER_REACH_THE_WIRE,
                        INJECTION_IS_BY_CONSTRUCTOR,
                        NOTHING_STATIC_CHANGES,
                        WHAT_REQUIRES_A_KEY_SAYS_SO)
                .forEach(rule -> rule.check(module));
    }
}
