package org.candela.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the figures were measured on; without it they say nothing. */
final class Machine {
    private static final List<String> PACKAGES = List.of(
            "dcmtk",
            "libdcmtk-dev",
            "python3-pydicom",
            "libcharls2",
            "libopenjp2-7",
            "libjpeg62-turbo",
            "openjph-tools",
            "curl",
            "orthanc");

    private Machine() {}

    /** Names and values, in the order to print them. */
    static Map<String, String> describe() {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("processor", processor());
        facts.put("cores", String.valueOf(Runtime.getRuntime().availableProcessors()));
        facts.put("load", load());
        facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
        facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        facts.put("candela", said(List.of("git", "describe", "--always", "--dirty")));
        for (String name : PACKAGES) {
            String version = said(List.of("dpkg-query", "-W", "-f", "${Version}", name));
            if (!version.isEmpty()) {
                facts.put(name, version);
            }
        }
        return facts;
    }

    /** Load averages of 1, 5 and 15 minutes; empty where the system does not say. */
    static String load() {
        try {
            String[] parts = Files.readString(Path.of("/proc/loadavg")).split(" ");
            return String.join(" ", parts[0], parts[1], parts[2]);
        } catch (IOException e) {
            return "";
        }
    }

    private static String processor() {
        try {
            return Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.replaceFirst(".*?:\\s*", ""))
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch");
        }
    }

    private static String said(List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return process.waitFor() == 0 ? text.strip() : "";
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }
}
