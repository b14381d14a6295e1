package io.brigade.observability.alertmanager;

import static org.assertj.core.api.Assertions.assertThat;

import io.brigade.observability.Program;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people read, rendered by Alertmanager's own tool. */
class MessageTest {

    private static final String TEMPLATES = "alertmanager/templates/*.tmpl";
    private static final Program AMTOOL = new Program("amtool");

    @TempDir
    Path folder;

    @Test
    void theTitleSaysHowBadWhatAndWhere() throws Exception {
        assertThat(rendered("brigade.title", "firing", "text"))
                .isEqualTo("CRITICAL APIDown (menu): menu: the instance menu-1 is down");
        assertThat(rendered("brigade.title", "resolved", "text"))
                .isEqualTo("RESOLVED APIDown (menu): menu: the instance menu-1 is down");
    }

    @Test
    void aResolvedAlertIsGreen() throws Exception {
        assertThat(rendered("brigade.color", "firing", "text")).isEqualTo("danger");
        assertThat(rendered("brigade.color", "resolved", "text")).isEqualTo("good");
    }

    @Test
    void slackTellsWhatItMeansAndWhatToDo() throws Exception {
        assertThat(rendered("brigade.slack.text", "firing", "text"))
                .contains("The other instance serves everybody alone.", "Since 20:15:00 UTC")
                .contains("<https://wiki.example/runbooks/APIDown.md|What to do>");
        assertThat(rendered("brigade.slack.text", "resolved", "text")).contains("Over at 20:25:00 UTC");
    }

    @Test
    void theMailTellsTheSameInBothFormats() throws Exception {
        assertThat(rendered("brigade.mail.text", "firing", "text"))
                .contains("FIRING menu: the instance menu-1 is down", "2026-02-14 20:15:00 UTC")
                .contains("What to do: https://wiki.example/runbooks/APIDown.md");
        assertThat(rendered("brigade.mail.html", "resolved", "html"))
                .contains("Resolved: menu: the instance menu-1 is down", "until 2026-02-14 20:25:00 UTC")
                .contains("<a href=\"https://wiki.example/runbooks/APIDown.md\">");
    }

    @Test
    void aRunbookThatIsAFileIsNamedWhereNoLinkMayLead() throws Exception {
        String page = "file:///srv/brigade/docs/runbooks/APIDown.md";

        assertThat(rendered("brigade.mail.html", "firing", "html", page))
                .contains(page)
                .doesNotContain("ZgotmplZ");
        assertThat(rendered("brigade.mail.text", "firing", "text", page)).contains(page);
    }

    private String rendered(String template, String status, String type) throws Exception {
        return rendered(template, status, type, "https://wiki.example/runbooks/APIDown.md");
    }

    private String rendered(String template, String status, String type, String runbook) throws Exception {
        Path data = Files.writeString(folder.resolve("alert.json"), """
                {
                  "receiver": "production-and-mail",
                  "status": "%1$s",
                  "externalURL": "http://127.0.0.1:9293",
                  "groupLabels": {"alertname": "APIDown", "service": "menu"},
                  "commonLabels": {"alertname": "APIDown", "service": "menu", "severity": "critical"},
                  "commonAnnotations": {"summary": "menu: the instance menu-1 is down"},
                  "alerts": [{
                    "status": "%1$s",
                    "labels": {"alertname": "APIDown", "service": "menu", "severity": "critical"},
                    "annotations": {
                      "summary": "menu: the instance menu-1 is down",
                      "description": "The other instance serves everybody alone.",
                      "runbook_url": "%2$s"
                    },
                    "startsAt": "2026-02-14T20:15:00Z",
                    "endsAt": "2026-02-14T20:25:00Z",
                    "generatorURL": "http://127.0.0.1:9290/graph"
                  }]
                }
                """.formatted(status, runbook));
        return AMTOOL.accepts(
                        "template",
                        "render",
                        "--template.glob=" + TEMPLATES,
                        "--template.text={{ template \"" + template + "\" . }}",
                        "--template.type=" + type,
                        "--template.data=" + data)
                .strip();
    }
}
