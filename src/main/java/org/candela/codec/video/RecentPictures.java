package org.candela.codec.video;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pictures decoded last, within a number of bytes, so that going back a little decodes nothing. One thread at a time. */
final class RecentPictures {
    private final long most;
    private final Map<Integer, byte[]> pictures = new LinkedHashMap<>();
    private long bytes;

    RecentPictures(long most) {
        this.most = most;
    }

    byte @Nullable [] get(int frame) {
        return pictures.get(frame);
    }

    /** Keeps the picture, and drops those kept longest. */
    void keep(int frame, byte[] planes) {
        byte[] before = pictures.remove(frame);
        bytes -= before == null ? 0 : before.length;
        pictures.put(frame, planes);
        bytes += planes.length;
        var eldest = pictures.entrySet().iterator();
        while (bytes > most && pictures.size() > 1) {
            bytes -= eldest.next().getValue().length;
            eldest.remove();
        }
    }

    void clear() {
        pictures.clear();
        bytes = 0;
    }
}
