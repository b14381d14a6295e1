package io.brigade.platform.openapi;

import io.brigade.platform.security.Role;
import io.quarkus.security.Authenticated;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/**
 * An operation of the document and the method behind it, whose annotations say what holds for it.
 *
 * @param roles who may call it; empty when it is open to anyone
 */
record RestaurantOperation(PathItem.HttpMethod verb, Operation operation, MethodInfo method, List<String> roles) {

    private static final DotName OPERATION =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.Operation.class);

    /** Finds the method by the operationId that its annotation gives; fails the build when there is none. */
    static RestaurantOperation of(PathItem.HttpMethod verb, Operation operation, IndexView index) {
        MethodInfo method = index.getAnnotations(OPERATION).stream()
                .filter(annotation -> annotation.value("operationId") != null
                        && annotation.value("operationId").asString().equals(operation.getOperationId()))
                .map(AnnotationInstance::target)
                .filter(target -> target.kind() == AnnotationTarget.Kind.METHOD)
                .map(AnnotationTarget::asMethod)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        operation.getOperationId() + ": give the method an @Operation with an operationId of its own"));
        return new RestaurantOperation(verb, operation, method, rolesOf(method));
    }

    boolean isWrite() {
        return verb != PathItem.HttpMethod.GET && verb != PathItem.HttpMethod.HEAD;
    }

    boolean needsSignIn() {
        return !roles.isEmpty();
    }

    boolean isForSomeRolesOnly() {
        return needsSignIn() && roles.size() < Role.ALL.size();
    }

    boolean isNeverReplayed() {
        return method.hasAnnotation(NeverReplayed.class);
    }

    boolean takesIdempotencyKey() {
        return isWrite() && !isNeverReplayed();
    }

    boolean requiresIdempotencyKey() {
        return method.hasAnnotation(KeyRequired.class);
    }

    boolean hasBody() {
        return operation.getRequestBody() != null;
    }

    boolean has(Parameter.In in) {
        return parameters().anyMatch(parameter -> parameter.getIn() == in);
    }

    boolean hasHeader(String name) {
        return parameters().anyMatch(parameter -> name.equals(parameter.getName()));
    }

    private Stream<Parameter> parameters() {
        return operation.getParameters() == null ? Stream.empty() : operation.getParameters().stream();
    }

    private static List<String> rolesOf(MethodInfo method) {
        return rolesIn(method)
                .or(() -> rolesIn(method.declaringClass()))
                .orElseThrow(
                        () -> new IllegalStateException(method.declaringClass().name() + "." + method.name()
                                + ": say who may call it, by @RolesAllowed, @Authenticated or @PermitAll"));
    }

    private static Optional<List<String>> rolesIn(AnnotationTarget place) {
        if (place.hasDeclaredAnnotation(PermitAll.class)) {
            return Optional.of(List.of());
        }
        if (place.hasDeclaredAnnotation(Authenticated.class)) {
            return Optional.of(Role.ALL);
        }
        return Optional.ofNullable(place.declaredAnnotation(RolesAllowed.class)).map(RestaurantOperation::inOrder);
    }

    private static List<String> inOrder(AnnotationInstance rolesAllowed) {
        List<String> named = Arrays.asList(rolesAllowed.value().asStringArray());
        return Role.ALL.stream().filter(named::contains).toList();
    }
}
