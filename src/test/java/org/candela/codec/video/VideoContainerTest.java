package org.candela.codec.video;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.candela.codec.stream.CodecException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VideoContainerTest {
    @ParameterizedTest
    @CsvSource({
        "00000020667479706d703432, MP4",
        "000005936d6f6f760000006c, MP4",
        "000001ba44000400, PROGRAM_STREAM",
        "000001b314008013, NONE",
        "0000000167640029, NONE",
        "00000000000000000001460150, NONE"
    })
    void containersAreToldByTheirFirstBytes(String hex, VideoContainer expected) throws CodecException {
        assertEquals(expected, VideoContainer.of(HexFormat.of().parseHex(hex)));
    }

    @ParameterizedTest
    @CsvSource({"0, 188", "4, 192"})
    void transportStreamsAreToldByTwoSyncBytes(int first, int packet) throws CodecException {
        byte[] head = new byte[400];
        head[first] = 0x47;
        head[first + packet] = 0x47;

        assertEquals(VideoContainer.TRANSPORT_STREAM, VideoContainer.of(head));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "#EXTM3U\n", "ffconcat version 1.0\n", "<?xml version='1.0'?><MPD>", "v=0\no=- 0 0 IN IP4"})
    void whatIsNoVideoIsRefused(String text) {
        assertThrows(CodecException.class, () -> VideoContainer.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void zerosAloneAreNoVideo() {
        assertThrows(CodecException.class, () -> VideoContainer.of(new byte[VideoContainer.HEAD]));
    }
}
