package org.candela.dicom.validate;

/** Names of persons (PS3.5 §6.2.1). */
final class NameForm {
    private static final int GROUPS = 3;
    private static final int COMPONENTS = 5;
    private static final int CHARACTERS = 64;

    private NameForm() {}

    static boolean isName(String value) {
        String[] groups = value.split("=", -1);
        if (groups.length > GROUPS || !TextForm.isOneLine(value)) {
            return false;
        }
        for (String group : groups) {
            boolean isShort = group.codePointCount(0, group.length()) <= CHARACTERS;
            if (!isShort || group.split("\\^", -1).length > COMPONENTS) {
                return false;
            }
        }
        return true;
    }
}
