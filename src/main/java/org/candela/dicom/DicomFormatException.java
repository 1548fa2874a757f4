package org.candela.dicom;

import org.candela.base.CandelaException;

/** A DICOM file or data set that cannot be read, naming where: file name, byte offset and tag; never a value. */
public final class DicomFormatException extends CandelaException {
    private static final long serialVersionUID = 1L;
    private static final String CODE = "dicom.format";

    /** For a problem that belongs to no place in the file. */
    public static final long NO_OFFSET = -1;

    /** For a problem that belongs to no attribute. */
    public static final int NO_TAG = -1;

    private final String file;
    private final long offset;
    private final int tag;
    private final String problem;

    /** The failure {@code problem} at {@code offset} of the file, in attribute {@code tag}. */
    public DicomFormatException(String file, long offset, int tag, String problem) {
        super(CODE, message(file, offset, tag, problem));
        this.file = file;
        this.offset = offset;
        this.tag = tag;
        this.problem = problem;
    }

    /** The same with what the operating system or a decoder said. */
    public DicomFormatException(String file, long offset, int tag, String problem, Throwable cause) {
        super(CODE, message(file, offset, tag, problem), cause);
        this.file = file;
        this.offset = offset;
        this.tag = tag;
        this.problem = problem;
    }

    /** Name of the file without its folder. */
    public String file() {
        return file;
    }

    /** Byte offset from the start of the file, or {@link #NO_OFFSET}. */
    public long offset() {
        return offset;
    }

    /** Attribute the problem lies in, or {@link #NO_TAG}. */
    public int tag() {
        return tag;
    }

    /** What is wrong, without where. */
    public String problem() {
        return problem;
    }

    private static String message(String file, long offset, int tag, String problem) {
        StringBuilder text = new StringBuilder(file);
        if (offset != NO_OFFSET) {
            text.append(", offset ").append(offset);
        }
        if (tag != NO_TAG) {
            text.append(", ").append(Tag.toString(tag));
        }
        return text.append(": ").append(problem).toString();
    }
}
