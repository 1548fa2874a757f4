package org.candela.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** A mapping in a profile's YAML, read strictly: every complaint names file and key. */
record ProfileFile(String file, JsonNode node) {
    String text(String key) throws CalibrationException {
        JsonNode value = node.path(key);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw broken(key, "must be a text");
        }
        return value.asText();
    }

    double number(String key) throws CalibrationException {
        JsonNode value = node.path(key);
        if (!value.isNumber()) {
            throw broken(key, "must be a number");
        }
        return value.asDouble();
    }

    double positive(String key) throws CalibrationException {
        double value = number(key);
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw broken(key, "must be greater than 0");
        }
        return value;
    }

    ProfileFile child(String key) throws CalibrationException {
        if (!node.path(key).isObject()) {
            throw broken(key, "must have entries of its own");
        }
        return new ProfileFile(file, node.path(key));
    }

    List<ProfileFile> children(String key) throws CalibrationException {
        if (!node.path(key).isArray()) {
            throw broken(key, "must be a list");
        }
        List<ProfileFile> children = new ArrayList<>();
        node.path(key).forEach(entry -> children.add(new ProfileFile(file, entry)));
        return children;
    }

    /** A misspelt key would silently drop a limit. */
    void refuseOtherKeys(Set<String> known) throws CalibrationException {
        Set<String> unknown = new TreeSet<>();
        node.fieldNames().forEachRemaining(unknown::add);
        unknown.removeAll(known);
        if (!unknown.isEmpty()) {
            throw broken(unknown.iterator().next(), "is no key of a profile");
        }
    }

    CalibrationException broken(String key, String problem) {
        return new CalibrationException("calibration.profile-broken", file + ": " + key + " " + problem);
    }
}
