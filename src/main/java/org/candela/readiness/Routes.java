package org.candela.readiness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The IPv4 routes of this machine, as Linux lists them in {@code /proc/net/route}. A value. */
public record Routes(List<Route> all) {
    private static final int CELLS = 8;

    public Routes {
        all = List.copyOf(all);
    }

    /**
     * One way out. Addresses are in host order: 192.168.1.2 is 0xC0A80102.
     *
     * @param gateway 0 where there is none
     * @param metric the lower, the more it is preferred among those as narrow
     */
    public record Route(String device, int destination, int gateway, int mask, int metric) {
        /** Whether it leads everywhere. */
        public boolean isDefault() {
            return destination == 0 && mask == 0;
        }

        boolean leadsTo(int address) {
            return (address & mask) == destination;
        }

        /** The gateway as it is written, {@code 192.168.1.1}; empty where there is none. */
        public String gatewayText() {
            return gateway == 0 ? "" : text(gateway);
        }
    }

    /**
     * Reads the file of the kernel.
     *
     * @throws IllegalArgumentException when it is written in another way
     */
    public static Routes read(Path file) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return new Routes(lines.skip(1)
                    .map(line -> line.strip().split("\\s+"))
                    .filter(cells -> cells.length >= CELLS)
                    .map(Routes::route)
                    .toList());
        }
    }

    private static Route route(String[] cells) {
        return new Route(cells[0], address(cells[1]), address(cells[2]), address(cells[7]), Integer.parseInt(cells[6]));
    }

    /** The kernel writes the bytes of an address as a number of the machine, which is little-endian here. */
    private static int address(String hex) {
        return Integer.reverseBytes(Integer.parseUnsignedInt(hex, 16));
    }

    /** The default route that is used: of the lowest metric. */
    public Optional<Route> wayOut() {
        return all.stream().filter(Route::isDefault).min(Comparator.comparingInt(Route::metric));
    }

    /** The route that packets to an address take: the narrowest that leads there, of those the lowest metric. */
    public Optional<Route> to(int address) {
        return all.stream()
                .filter(route -> route.leadsTo(address))
                .min(Comparator.<Route>comparingInt(route -> -Integer.bitCount(route.mask()))
                        .thenComparingInt(Route::metric));
    }

    /**
     * An IPv4 address as a number in host order.
     *
     * @param bytes four of them, network order
     */
    public static int number(byte[] bytes) {
        if (bytes.length != 4) {
            throw new IllegalArgumentException("an IPv4 address has 4 bytes, not " + bytes.length);
        }
        return (bytes[0] & 0xFF) << 24 | (bytes[1] & 0xFF) << 16 | (bytes[2] & 0xFF) << 8 | (bytes[3] & 0xFF);
    }

    private static String text(int address) {
        return (address >>> 24) + "." + (address >>> 16 & 0xFF) + "." + (address >>> 8 & 0xFF) + "." + (address & 0xFF);
    }
}
