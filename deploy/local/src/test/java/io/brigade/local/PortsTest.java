package io.brigade.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PortsTest {

    private static final Pattern PUBLISHED = Pattern.compile("\"127\\.0\\.0\\.1:([0-9]+):[0-9]+(?:/tcp)?\"");

    @Test
    void theContainersBesideASuiteTakeNoneOfItsPorts() throws IOException {
        var compose = Files.readString(Path.of("../compose/observability.yaml"));
        var published = PUBLISHED
                .matcher(compose)
                .results()
                .map(port -> Integer.valueOf(port.group(1)))
                .collect(Collectors.toSet());

        assertThat(published).isNotEmpty().doesNotContainAnyElementsOf(ofSuite());
    }

    private static Set<Integer> ofSuite() {
        var ports = new Ports(0);
        var services = Stream.of(ServiceName.values()).flatMap(service -> IntStream.rangeClosed(1, 9)
                .boxed()
                .flatMap(instance -> Stream.of(ports.service(service, instance), ports.management(service, instance))));
        var others = Arrays.stream(Ports.class.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == int.class)
                .filter(method -> !Modifier.isStatic(method.getModifiers())
                        && !method.getName().equals("offset"))
                .filter(method -> !method.getName().equals("hashCode"))
                .map(method -> {
                    try {
                        return (Integer) method.invoke(ports);
                    } catch (IllegalAccessException | InvocationTargetException e) {
                        throw new IllegalStateException(e);
                    }
                });
        return Stream.concat(services, others).collect(Collectors.toCollection(TreeSet::new));
    }
}
