package org.candela.demo;

import java.time.Duration;
import java.util.List;

/** The people of the demonstration, none of whom exists: each has a current study and one prior. */
enum SyntheticCase {
    CHEST_CT(1, "19580312", "M", new Exam("north", "CT", "CT chest without contrast", "CHEST", "STAT")),
    CHEST_XRAY(2, "19710928", "M", new Exam("north", "CR", "Chest PA", "CHEST", "ROUTINE")),
    HEART_ULTRASOUND(3, "19490604", "M", new Exam("north", "US", "Echocardiography", "HEART", "HIGH")),
    BRAIN_MR(4, "19831117", "F", new Exam("south", "MR", "MR brain without contrast", "BRAIN", "HIGH")),
    SCREENING(5, "19660221", "F", new Exam("south", "MG", "Screening mammography", "BREAST", "ROUTINE")),
    PORTABLE_CHEST(6, "19400815", "M", new Exam("south", "CR", "Chest AP portable", "CHEST", "HIGH"));

    private static final List<String> NUMERALS = List.of("ONE", "TWO", "THREE", "FOUR", "FIVE", "SIX");

    /** What was asked for, and of whom. */
    private record Exam(String facility, String modality, String description, String bodyPart, String priority) {}

    private final int number;
    private final String birthDate;
    private final String sex;
    private final String facility;
    private final String modality;
    private final String description;
    private final String bodyPart;
    private final String priority;

    SyntheticCase(int number, String birthDate, String sex, Exam exam) {
        this.number = number;
        this.birthDate = birthDate;
        this.sex = sex;
        this.facility = exam.facility();
        this.modality = exam.modality();
        this.description = exam.description();
        this.bodyPart = exam.bodyPart();
        this.priority = exam.priority();
    }

    /** From 1. */
    int number() {
        return number;
    }

    String facility() {
        return facility;
    }

    String facilityName() {
        return facility.equals("north") ? "North Clinic (synthetic)" : "South Hospital (synthetic)";
    }

    String modality() {
        return modality;
    }

    String description() {
        return description;
    }

    String bodyPart() {
        return bodyPart;
    }

    /** Requested Procedure Priority of the current study. */
    String priority() {
        return priority;
    }

    String patientName() {
        return "SYNTHETIC^" + modality + "^" + NUMERALS.get(number - 1);
    }

    String patientId() {
        return "SYN-" + (100 + number);
    }

    String birthDate() {
        return birthDate;
    }

    String sex() {
        return sex;
    }

    /** How long before now the current study was made. */
    Duration age() {
        return Duration.ofMinutes(8L + 17L * (number - 1));
    }

    /** How long before the current study the prior was made. */
    Duration priorAge() {
        return Duration.ofDays(190L + 45L * (number - 1));
    }
}
