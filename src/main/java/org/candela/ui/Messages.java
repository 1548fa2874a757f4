package org.candela.ui;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/**
 * The words shown to users: {@code messages.properties} beside each view, keys {@code feature.part.problem}.
 *
 * <p>Immutable; safe from any thread. Texts are {@link MessageFormat} patterns: an apostrophe is written twice.
 */
public final class Messages {
    private final ResourceBundle room;
    private final ResourceBundle shared;

    private Messages(ResourceBundle room, ResourceBundle shared) {
        this.room = room;
        this.shared = shared;
    }

    /** The words of the room in which {@code view} lives; what it lacks is looked up among the shared words. */
    public static Messages of(Class<?> view) {
        return new Messages(bundleBeside(view), bundleBeside(Messages.class));
    }

    /** The text of {@code key} with its arguments. A missing key is shown in angle quotes, so that it is noticed. */
    public String text(String key, Object... arguments) {
        if (!has(key)) {
            return "\u2039" + key + "\u203a";
        }
        String pattern = room.containsKey(key) ? room.getString(key) : shared.getString(key);
        return new MessageFormat(pattern, Locale.ENGLISH).format(arguments);
    }

    /** Whether there is a text for {@code key}. */
    public boolean has(String key) {
        return room.containsKey(key) || shared.containsKey(key);
    }

    private static ResourceBundle bundleBeside(Class<?> view) {
        String name = view.getPackageName() + ".messages";
        try {
            return ResourceBundle.getBundle(name, Locale.ROOT, view.getClassLoader());
        } catch (MissingResourceException e) {
            throw new IllegalStateException("no " + name.replace('.', '/') + ".properties on the class path", e);
        }
    }
}
