package org.candela.dicom.image;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/**
 * Reads what {@link BodyWeightSuv} needs (PS3.3 C.8.9.1, C.8.9.2). What is missing makes it unknown.
 *
 * <p>Values of Decay Correction START are corrected to the start of the scan. That is Series Time, unless it lies after
 * Acquisition Time: then the series was made anew later, and the start is
 * {@code acquisition + average − Frame Reference Time}, where {@code average = ln(λT / (1 − e^(−λT))) / λ} is the moment in a
 * frame of duration T when its counts came at their mean rate (λ = ln 2 / half-life; C.8.9.4.1.5).
 */
final class SuvReader {
    private static final double GRAMS = 1000;
    private static final double MILLIS = 1000;
    private static final String PHILIPS = "Philips PET Private Group";
    private static final int PHILIPS_GROUP = 0x7053;
    private static final int SUV_FACTOR = 0x00;
    private static final int ACTIVITY_FACTOR = 0x09;
    private static final Duration DAY = Duration.ofDays(1);

    private final Attributes dataSet;
    private final Attributes tracer;

    SuvReader(Attributes dataSet) {
        this.dataSet = dataSet;
        this.tracer = dataSet.item(Tag.RadiopharmaceuticalInformationSequence).orElseGet(Attributes::new);
    }

    /** Ends the reading of a file that lacks something. */
    private static final class Missing extends Exception {
        private static final long serialVersionUID = 1;

        Missing(String what) {
            super(what);
        }
    }

    // [impl->req~dicom-image.suv~1]
    BodyWeightSuv read() {
        if (!dataSet.string(Tag.Modality).equals(Optional.of("PT"))) {
            return new BodyWeightSuv.Unknown("no image of positron emission tomography");
        }
        try {
            return known();
        } catch (Missing e) {
            return new BodyWeightSuv.Unknown(String.valueOf(e.getMessage()));
        }
    }

    private BodyWeightSuv known() throws Missing {
        String units = dataSet.string(Tag.Units).orElseThrow(() -> new Missing("Units missing"));
        return switch (units) {
            case "GML" -> standardised();
            case "BQML" -> new BodyWeightSuv.Known(perBecquerel(), "weight / dose at the time of correction");
            case "CNTS" -> ofCounts();
            default -> throw new Missing("no SUV from Units " + units);
        };
    }

    /** g/ml is SUV by body weight unless SUV Type says by what else. */
    private BodyWeightSuv standardised() throws Missing {
        String type = dataSet.string(Tag.SUVType).orElse("BW");
        if (!type.equals("BW")) {
            throw new Missing("SUV of type " + type + ", not by body weight");
        }
        return new BodyWeightSuv.Known(1, "values are SUV by body weight");
    }

    /** Philips: (7053,xx00) is SUV, (7053,xx09) Bq/ml of a modality value. */
    private BodyWeightSuv ofCounts() throws Missing {
        Optional<Double> suv = philips(SUV_FACTOR);
        if (suv.isPresent()) {
            return new BodyWeightSuv.Known(suv.orElseThrow(), "factor of the scanner from counts to SUV");
        }
        double activity = philips(ACTIVITY_FACTOR).orElseThrow(() -> new Missing("no factor from counts to activity"));
        return new BodyWeightSuv.Known(
                activity * perBecquerel(), "factor of the scanner from counts to Bq/ml, weight / dose");
    }

    private Optional<Double> philips(int element) {
        return dataSet.privateTag(PHILIPS, PHILIPS_GROUP, element)
                .flatMap(dataSet::number)
                .filter(SuvReader::isPositive);
    }

    private double perBecquerel() throws Missing {
        List<String> corrected = dataSet.strings(Tag.CorrectedImage);
        if (!corrected.contains("ATTN") || !corrected.contains("DECY")) {
            throw new Missing("not corrected for attenuation and decay");
        }
        double weight = positive(dataSet, Tag.PatientWeight, "Patient Weight");
        double dose = positive(tracer, Tag.RadionuclideTotalDose, "Radionuclide Total Dose");
        String correction = dataSet.string(Tag.DecayCorrection).orElse("");
        return switch (correction) {
            case "ADMIN" -> weight * GRAMS / dose;
            case "START" -> weight * GRAMS / (dose * remaining());
            default -> throw new Missing("Decay Correction " + (correction.isEmpty() ? "missing" : correction));
        };
    }

    /** What decay has left of the dose at the start of the scan. */
    private double remaining() throws Missing {
        double halfLife = positive(tracer, Tag.RadionuclideHalfLife, "Radionuclide Half Life");
        Duration waited = waited(scanStart(halfLife));
        if (waited.isNegative()) {
            throw new Missing("the tracer was given after the scan");
        }
        double seconds = waited.toMillis() / MILLIS;
        return Math.pow(2, -seconds / halfLife);
    }

    private LocalDateTime scanStart(double halfLife) throws Missing {
        Optional<LocalDateTime> series = moment(Tag.SeriesDate, Tag.SeriesTime);
        Optional<LocalDateTime> acquisition = moment(Tag.AcquisitionDate, Tag.AcquisitionTime);
        if (acquisition.isEmpty()) {
            throw new Missing("Acquisition Date or Time missing");
        }
        LocalDateTime acquired = acquisition.orElseThrow();
        if (series.filter(begun -> !begun.isAfter(acquired)).isPresent()) {
            return series.orElseThrow();
        }
        double reference = dataSet.number(Tag.FrameReferenceTime)
                .filter(Double::isFinite)
                .orElseThrow(() -> new Missing("the series is later than its images, Frame Reference Time missing"));
        double frame = positive(dataSet, Tag.ActualFrameDuration, "the series is later than its images, frame duration")
                / MILLIS;
        double decay = Math.log(2) / halfLife;
        double average = Math.log(decay * frame / -Math.expm1(-decay * frame)) / decay;
        return acquired.plus(Duration.ofMillis(Math.round(average * MILLIS - reference)));
    }

    /**
     * By Radiopharmaceutical Start DateTime; an offset of its own is compared with that of the data set, and without one
     * there the older Start Time is used. That has no date: it is the last such time before the scan.
     */
    private Duration waited(LocalDateTime scan) throws Missing {
        Optional<DateTimeValue> start =
                tracer.string(Tag.RadiopharmaceuticalStartDateTime).flatMap(DateTimeValue::of);
        if (start.isPresent()) {
            Optional<ZoneOffset> own = start.orElseThrow().offset();
            Optional<ZoneOffset> ours =
                    dataSet.string(Tag.TimezoneOffsetFromUTC).flatMap(DateTimeValue::offset);
            if (own.isEmpty()) {
                return Duration.between(start.orElseThrow().local(), scan);
            }
            if (ours.isPresent()) {
                return Duration.between(
                        start.orElseThrow().local().toInstant(own.orElseThrow()), scan.toInstant(ours.orElseThrow()));
            }
        }
        LocalTime time = tracer.time(Tag.RadiopharmaceuticalStartTime)
                .orElseThrow(() -> new Missing("the time the tracer was given is missing or in an unknown time zone"));
        Duration waited = Duration.between(time, scan.toLocalTime());
        return waited.isNegative() ? waited.plus(DAY) : waited; // given before midnight
    }

    private Optional<LocalDateTime> moment(int dateTag, int timeTag) {
        return dataSet.date(dateTag).flatMap(date -> dataSet.time(timeTag).map(date::atTime));
    }

    private static double positive(Attributes holder, int tag, String name) throws Missing {
        return holder.number(tag).filter(SuvReader::isPositive).orElseThrow(() -> new Missing(name + " missing"));
    }

    private static boolean isPositive(double value) {
        return value > 0 && Double.isFinite(value);
    }
}
