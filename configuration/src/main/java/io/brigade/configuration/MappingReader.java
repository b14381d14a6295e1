package io.brigade.configuration;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads the settings of one {@code @ConfigMapping} interface from its syntax tree and its Javadoc. */
final class MappingReader {

    private static final Pattern HUMP = Pattern.compile("(?<=[a-z0-9])(?=[A-Z])");
    private static final Pattern INLINE_TAG = Pattern.compile("\\{@(?:code|link)\\s+([^}]+)}");

    private final Module module;
    private final DocTrees docs;
    private final CompilationUnitTree unit;
    private final Map<String, ClassTree> groups;
    private final Map<String, Long> uses;

    private MappingReader(Module module, DocTrees docs, CompilationUnitTree unit, ClassTree mapping) {
        this.module = module;
        this.docs = docs;
        this.unit = unit;
        this.groups = members(mapping, ClassTree.class).stream()
                .collect(Collectors.toMap(group -> group.getSimpleName().toString(), group -> group));
        this.uses = members(mapping, MethodTree.class).stream()
                .collect(Collectors.groupingBy(MappingReader::type, Collectors.counting()));
    }

    static List<Setting> read(Module module, DocTrees docs, CompilationUnitTree unit) {
        var settings = new ArrayList<Setting>();
        for (Tree type : unit.getTypeDecls()) {
            if (type instanceof ClassTree mapping) {
                annotation(mapping.getModifiers().getAnnotations(), "ConfigMapping")
                        .map(MappingReader::text)
                        .ifPresent(prefix -> settings.addAll(
                                new MappingReader(module, docs, unit, mapping).settings(mapping, prefix, "")));
            }
        }
        return settings;
    }

    private List<Setting> settings(ClassTree of, String prefix, String context) {
        var settings = new ArrayList<Setting>();
        for (MethodTree method : members(of, MethodTree.class)) {
            String name = prefix + "." + name(method);
            ClassTree group = groups.get(type(method));
            if (group == null) {
                settings.add(setting(method, name, context));
            } else {
                settings.addAll(settings(group, name, uses.getOrDefault(type(method), 1L) > 1 ? meaning(method) : ""));
            }
        }
        return settings;
    }

    private Setting setting(MethodTree method, String name, String context) {
        String meaning = context.isEmpty() ? meaning(method) : context + " " + meaning(method);
        if (meaning.isBlank()) {
            throw new IllegalStateException(
                    name + " has no Javadoc in " + unit.getSourceFile().getName());
        }
        return new Setting(
                module,
                type(method).startsWith("Map<") ? name + ".*" : name,
                type(method).startsWith("Optional<"),
                annotation(method.getModifiers().getAnnotations(), "WithDefault")
                        .map(MappingReader::text),
                meaning);
    }

    private String meaning(MethodTree method) {
        String comment = docs.getDocComment(TreePath.getPath(unit, method));
        return comment == null
                ? ""
                : INLINE_TAG.matcher(comment).replaceAll("`$1`").strip().replaceAll("\\s+", " ");
    }

    private static String name(MethodTree method) {
        return annotation(method.getModifiers().getAnnotations(), "WithName")
                .map(MappingReader::text)
                .orElseGet(() -> HUMP.matcher(method.getName()).replaceAll("-").toLowerCase(Locale.ROOT));
    }

    private static String type(MethodTree method) {
        return String.valueOf(method.getReturnType());
    }

    private static <T extends Tree> List<T> members(ClassTree of, Class<T> kind) {
        return of.getMembers().stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static Optional<? extends AnnotationTree> annotation(List<? extends AnnotationTree> all, String name) {
        return all.stream()
                .filter(each -> each.getAnnotationType().toString().equals(name))
                .findFirst();
    }

    /** The only argument, with or without a name. */
    private static String text(AnnotationTree annotation) {
        ExpressionTree argument = annotation.getArguments().getFirst();
        ExpressionTree value = argument instanceof AssignmentTree named ? named.getExpression() : argument;
        return (String) ((LiteralTree) value).getValue();
    }
}
