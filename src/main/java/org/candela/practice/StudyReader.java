package org.candela.practice;

/**
 * A study and who wants to read it.
 *
 * @param studyHash the study, without its UID
 */
public record StudyReader(String studyHash, String reader) {}
