package io.brigade.local.demo;

import io.brigade.local.SuiteException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** One table's evening in the web application: four windows of Chromium, driven by the script of its own folder. */
public final class BrowserEvening {

    private final Path web;
    private final URI gateway;
    private final Path chromium;

    /**
     * An evening at the restaurant behind that gateway.
     *
     * @param web folder of the web application
     * @param chromium the browser
     */
    public BrowserEvening(Path web, URI gateway, Path chromium) {
        this.web = web;
        this.gateway = gateway;
        this.chromium = chromium;
    }

    /**
     * Plays the evening on this terminal and returns whether all went as it should.
     *
     * @throws SuiteException with the remedy when the web application's tools are not installed
     */
    public boolean play() {
        if (!Files.isDirectory(web.resolve("node_modules"))) {
            throw new SuiteException(
                    "The tools of the web application are not installed. Install them: npm ci --prefix " + web);
        }
        var npm = new ProcessBuilder("npm", "run", "--silent", "demo")
                .directory(web.toFile())
                .inheritIO();
        npm.environment().put("BRIGADE_URL", gateway.toString());
        npm.environment().put("BRIGADE_CHROMIUM", chromium.toString());
        try {
            return npm.start().waitFor() == 0;
        } catch (IOException e) {
            throw new SuiteException("Cannot start npm: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SuiteException("Interrupted while the evening was played.", e);
        }
    }
}
