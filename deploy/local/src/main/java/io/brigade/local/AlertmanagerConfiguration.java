package io.brigade.local;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator.Feature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The repository's alertmanager.yml as this machine needs it: what the user has not set up (Slack, mail, someone who
 * waits for the watchdog) is taken out, so that nothing fails for want of it.
 */
final class AlertmanagerConfiguration {

    private static final YAMLMapper YAML = YAMLMapper.builder()
            .enable(Feature.MINIMIZE_QUOTES)
            .disable(Feature.WRITE_DOC_START_MARKER)
            .disable(Feature.SPLIT_LINES)
            .build();

    private final SuiteConfig config;
    private final Path source;

    AlertmanagerConfiguration(SuiteConfig config) {
        this.config = config;
        this.source = config.repository().resolve("observability/alertmanager");
    }

    /** In words, where the main file in use sends alerts to. */
    static List<String> recipients(Path inUse) {
        try {
            var receivers = YAML.readTree(inUse.toFile()).path("receivers");
            var slack = receivers.findValue("slack_configs") == null ? Stream.<String>empty() : Stream.of("Slack");
            return Stream.concat(slack, receivers.findValuesAsText("to").stream())
                    .toList();
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + inUse + ".", e);
        }
    }

    /** Templates of the messages, by file name. */
    Map<String, String> templates() {
        var templates = new TreeMap<String, String>();
        try (var files = Files.list(source.resolve("templates"))) {
            for (var file : files.toList()) {
                templates.put(file.getFileName().toString(), Files.readString(file));
            }
        } catch (IOException e) {
            throw new SuiteException("Cannot read the templates in " + source + ".", e);
        }
        return templates;
    }

    /** The main file. */
    String text() {
        try {
            var root = (ObjectNode)
                    YAML.readTree(source.resolve("alertmanager.yml").toFile());
            slack(root);
            mail(root);
            watchdog(root);
            hurry(root.withObject("/route"));
            return YAML.writeValueAsString(root);
        } catch (IOException e) {
            throw new SuiteException("Cannot read " + source + ".", e);
        }
    }

    private void slack(ObjectNode root) {
        if (config.variable("BRIGADE_SLACK_WEBHOOK_FILE").isPresent()) {
            root.withObject("/global").put("slack_api_url_file", file("BRIGADE_SLACK_WEBHOOK_FILE"));
        } else {
            root.withObject("/global").remove("slack_api_url_file");
            receivers(root).forEach(receiver -> receiver.remove("slack_configs"));
        }
    }

    private void mail(ObjectNode root) {
        var global = root.withObject("/global");
        global.remove(global.properties().stream()
                .map(Map.Entry::getKey)
                .filter(key -> key.startsWith("smtp_"))
                .toList());
        if (config.variable("BRIGADE_SMTP_HOST").isEmpty()) {
            receivers(root).forEach(receiver -> receiver.remove("email_configs"));
            return;
        }
        global.put("smtp_smarthost", setting("BRIGADE_SMTP_HOST"));
        global.put("smtp_from", setting("BRIGADE_SMTP_FROM"));
        global.put(
                "smtp_require_tls",
                !config.variable("BRIGADE_SMTP_TLS").orElse("true").equals("false"));
        config.variable("BRIGADE_SMTP_USER").ifPresent(user -> {
            global.put("smtp_auth_username", user);
            global.put("smtp_auth_password_file", file("BRIGADE_SMTP_PASSWORD_FILE"));
        });
        for (var receiver : receivers(root)) {
            receiver.path("email_configs")
                    .forEach(email -> ((ObjectNode) email).put("to", setting("BRIGADE_ALERT_EMAIL_TO")));
        }
    }

    private void watchdog(ObjectNode root) {
        config.variable("BRIGADE_WATCHDOG_URL").ifPresent(url -> receivers(root).stream()
                .filter(receiver -> receiver.path("name").asText().equals("watchdog"))
                .forEach(receiver -> receiver.putArray("webhook_configs")
                        .addObject()
                        .put("url", url)
                        .put("send_resolved", false)));
    }

    /** Tests cannot wait for as long as people like to be left in peace. */
    private void hurry(ObjectNode route) {
        config.variable("BRIGADE_ALERT_GROUP_WAIT").ifPresent(wait -> route.put("group_wait", wait));
        config.variable("BRIGADE_ALERT_GROUP_INTERVAL").ifPresent(interval -> route.put("group_interval", interval));
    }

    private static List<ObjectNode> receivers(ObjectNode root) {
        return root.path("receivers").valueStream().map(ObjectNode.class::cast).toList();
    }

    private String setting(String variable) {
        return config.variable(variable)
                .orElseThrow(() -> new SuiteException("Mail about alerts needs " + variable + " too."));
    }

    private String file(String variable) {
        var file = Path.of(setting(variable)).toAbsolutePath();
        if (!Files.isReadable(file)) {
            throw new SuiteException(variable + " names " + file + ", which cannot be read.");
        }
        return file.toString();
    }
}
