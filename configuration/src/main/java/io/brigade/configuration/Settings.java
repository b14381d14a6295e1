package io.brigade.configuration;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** All settings of all services, and the values that the files in their jars give them. */
public final class Settings {

    private static final Pattern REFERENCE = Pattern.compile("\\$\\{(brigade\\.[a-z0-9.-]+)");
    private static final Pattern PROFILES = Pattern.compile("%([a-z,]+)\\.(.*)");

    private final List<Setting> all = new ArrayList<>();
    private final Map<Module, Map<String, String>> files = new EnumMap<>(Module.class);

    /** Reads them from the sources in that repository. */
    public Settings(Path repository) {
        for (Module module : Module.values()) {
            all.addAll(declared(module, repository));
            files.put(module, properties(module, repository));
        }
    }

    /** In the order of their declaration. */
    public List<Setting> all() {
        return List.copyOf(all);
    }

    /** Those of one module. */
    public List<Setting> of(Module module) {
        return all.stream().filter(setting -> setting.module() == module).toList();
    }

    /** The setting that a service would read under that name. */
    public Optional<Setting> find(Module service, String name) {
        return all.stream()
                .filter(setting -> setting.module() == service || setting.module() == Module.PLATFORM)
                .filter(setting -> setting.covers(name))
                .findFirst();
    }

    /** Value in production when nobody sets it, as the file or the declaration has it; empty when there is none. */
    public Optional<String> inProduction(Setting setting, Module service) {
        return Stream.of(service, Module.PLATFORM)
                .flatMap(module -> Stream.of("%prod." + setting.name(), setting.name())
                        .flatMap(key -> Optional.ofNullable(file(module).get(key)).stream()))
                .findFirst()
                .or(setting::codeDefault);
    }

    /** What the file gives to the keys of a map. */
    public Map<String, String> entries(Setting map) {
        String prefix = map.name().substring(0, map.name().length() - 1);
        return file(map.module()).entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .collect(Collectors.toMap(
                        entry -> entry.getKey().substring(prefix.length()),
                        Map.Entry::getValue,
                        (first, _) -> first,
                        () -> new TreeMap<>(Settings::byNumberOrName)));
    }

    /** Names of ours that a module's file sets or refers to. */
    public Set<String> named(Module module) {
        var names = new LinkedHashSet<String>();
        file(module).forEach((key, value) -> {
            String name = withoutProfile(key);
            if (name.startsWith("brigade.")) {
                names.add(name);
            }
            REFERENCE.matcher(value).results().forEach(found -> names.add(found.group(1)));
        });
        return names;
    }

    /** Values that a module's file has for profiles other than production, by name. */
    public Map<String, String> outsideProduction(Module module) {
        return file(module).entrySet().stream()
                .filter(entry -> PROFILES.matcher(entry.getKey()).matches()
                        && !entry.getKey().startsWith("%prod."))
                .collect(Collectors.toMap(
                        entry -> withoutProfile(entry.getKey()),
                        Map.Entry::getValue,
                        (first, _) -> first,
                        TreeMap::new));
    }

    /** Value of any key in a module's file, Quarkus' own among them. */
    public Optional<String> value(Module module, String key) {
        return Optional.ofNullable(file(module).get(key));
    }

    private Map<String, String> file(Module module) {
        return Objects.requireNonNull(files.get(module));
    }

    private static int byNumberOrName(String one, String other) {
        return one.length() == other.length() || !Character.isDigit(one.charAt(0))
                ? one.compareTo(other)
                : Integer.compare(one.length(), other.length());
    }

    private static String withoutProfile(String key) {
        return PROFILES.matcher(key).replaceFirst("$2");
    }

    private static Map<String, String> properties(Module module, Path repository) {
        var properties = new Properties();
        try (Reader text = Files.newBufferedReader(module.properties(repository))) {
            properties.load(text);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty, (one, _) -> one, TreeMap::new));
    }

    private static List<Setting> declared(Module module, Path repository) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            var task = (JavacTask) compiler.getTask(
                    null,
                    manager,
                    null,
                    List.of("-proc:none"),
                    null,
                    manager.getJavaFileObjectsFromPaths(mappings(module.sources(repository))));
            DocTrees docs = DocTrees.instance(task);
            var settings = new ArrayList<Setting>();
            for (CompilationUnitTree unit : task.parse()) {
                settings.addAll(MappingReader.read(module, docs, unit));
            }
            return settings;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Path> mappings(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith("Config.java"))
                    .sorted()
                    .toList();
        }
    }
}
