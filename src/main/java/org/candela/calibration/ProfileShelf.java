package org.candela.calibration;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** The profiles that come with the program, listed by an index so that they are found inside an archive too. */
final class ProfileShelf {
    private static final String FOLDER = "/calibration-profiles/";
    private static final String INDEX = "index.yaml";

    private ProfileShelf() {}

    static List<CalibrationProfile> all() throws CalibrationException {
        List<CalibrationProfile> all = new ArrayList<>();
        for (String name : names()) {
            all.addAll(read(name));
        }
        return List.copyOf(all);
    }

    static CalibrationProfile find(String id) throws CalibrationException {
        String name = names().stream()
                .filter(candidate -> id.equals(candidate) || id.startsWith(candidate + "-"))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> missing(id, "candela qa profiles lists them"));
        List<CalibrationProfile> found = read(name);
        return found.stream()
                .filter(profile -> profile.id().equals(id))
                .findFirst()
                .orElseThrow(() -> missing(id, "did you mean " + String.join(", ", ids(found)) + "?"));
    }

    private static List<String> ids(List<CalibrationProfile> profiles) {
        return profiles.stream().map(CalibrationProfile::id).toList();
    }

    private static CalibrationException missing(String id, String help) {
        return new CalibrationException("calibration.profile-missing", "no calibration profile " + id + "; " + help);
    }

    private static List<String> names() throws CalibrationException {
        ProfileFile index = open(INDEX);
        index.refuseOtherKeys(Set.of("profiles"));
        List<String> names = new ArrayList<>();
        for (JsonNode name : index.list("profiles")) {
            names.add(name.asText());
        }
        return names;
    }

    private static List<CalibrationProfile> read(String name) throws CalibrationException {
        return ProfileReader.read(open(name + ".yaml"));
    }

    private static ProfileFile open(String file) throws CalibrationException {
        try (InputStream stream = ProfileShelf.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new CalibrationException("calibration.profile-missing", "no calibration profile " + file);
            }
            return ProfileFile.parse(file, stream);
        } catch (IOException e) {
            throw new CalibrationException("calibration.profile-broken", file + " cannot be read", e);
        }
    }
}
