package io.brigade.platform.openapi;

import io.brigade.platform.problem.ProblemType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;

/** Reads which problems of its service's catalogue a method says that it may answer with. */
final class ProblemCatalogue {

    private final List<DotName> catalogues;

    ProblemCatalogue(IndexView index) {
        this.catalogues = index.getAllKnownImplementations(ProblemType.class).stream()
                .map(ClassInfo::name)
                .toList();
    }

    /** The constants in any annotation of the method that lists constants of a catalogue, such as {@code MayAnswer}. */
    List<ProblemType> namedBy(MethodInfo method) {
        List<ProblemType> named = new ArrayList<>();
        for (AnnotationInstance annotation : method.declaredAnnotations()) {
            AnnotationValue value = annotation.value();
            if (value != null && value.kind() == AnnotationValue.Kind.ARRAY) {
                constants(value).forEach(named::add);
            }
        }
        return named;
    }

    private Stream<ProblemType> constants(AnnotationValue list) {
        return list.asArrayList().stream()
                .filter(element -> element.kind() == AnnotationValue.Kind.ENUM)
                .filter(element -> catalogues.contains(element.asEnumType()))
                .map(element -> constant(element.asEnumType(), element.asEnum()));
    }

    private static ProblemType constant(DotName catalogue, String name) {
        try {
            Class<?> loaded = Class.forName(
                    catalogue.toString(), true, Thread.currentThread().getContextClassLoader());
            return Arrays.stream(loaded.getEnumConstants())
                    .map(ProblemType.class::cast)
                    .filter(constant -> constant.name().equals(name))
                    .findFirst()
                    .orElseThrow();
        } catch (ClassNotFoundException indexedButNotThere) {
            throw new IllegalStateException(indexedButNotThere);
        }
    }
}
