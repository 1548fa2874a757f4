package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.facility.Facilities;
import org.candela.facility.FacilityId;
import org.candela.message.FacilityMessages;
import org.candela.net.mllp.MllpLimits;
import org.candela.net.mllp.MllpServer;
import org.candela.order.Order;
import org.candela.order.Orders;
import org.candela.order.feed.FacilitySenders;
import org.candela.order.feed.OrderFeed;
import org.candela.store.Database;
import org.candela.store.StorePlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela orders}: what facilities asked for. */
// [impl->req~cli.orders~1]
@Command(name = "orders", description = "What facilities asked for.", mixinStandardHelpOptions = true)
public final class OrdersCommand implements Runnable {
    private final StorePlace store;
    private final Clock clock;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param store the workstation's database */
    public OrdersCommand(StorePlace store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about orders? See candela orders --help.");
    }

    /** Takes HL7 messages until it is interrupted; what was acknowledged is kept however it ends. */
    @Command(
            name = "listen",
            description = "Takes HL7 orders (ORM^O01, OMI^O23, OMG^O19) and documents (MDM) by MLLP until interrupted.",
            footer = {
                "",
                "Whose messages they are, MSH-3 and MSH-4 tell: candela facility change ID --service \"orders=HIS|NORTH\".",
                "The workstation listens too while it is open, where CANDELA_HL7 says."
            },
            mixinStandardHelpOptions = true)
    int listen(
            @Option(
                            names = "--address",
                            paramLabel = "HOST:PORT",
                            defaultValue = "2575",
                            description = "Where; a port alone is of this machine only. Default: ${DEFAULT-VALUE}.")
                    String address)
            throws CandelaException {
        InetSocketAddress place = place(address);
        try (Database database = Database.open(store, clock)) {
            AuditLog audit = new AuditLog();
            OrderFeed.Services services = new OrderFeed.Services(
                    database,
                    new Orders(database, audit, clock),
                    new FacilityMessages(database, audit, clock),
                    new FacilitySenders(new Facilities(database, audit, clock)));
            try (OrderFeed feed = new OrderFeed(services, clock);
                    MllpServer server = MllpServer.open(place, MllpLimits.STANDARD, feed)) {
                spec.commandLine().getErr().println("Listening at " + text(server.address()) + ".");
                server.run();
            }
            return 0;
        } catch (IOException e) {
            throw new CandelaException(
                    "cli.hl7-port", text(place) + " cannot be listened at (" + e.getMessage() + "); choose another", e);
        }
    }

    private static String text(InetSocketAddress address) {
        return address.getHostString() + ":" + address.getPort();
    }

    private InetSocketAddress place(String address) {
        try {
            return placeOf(address);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    /**
     * Reads {@code HOST:PORT}, or a port of this machine.
     *
     * @throws IllegalArgumentException when it is neither
     */
    public static InetSocketAddress placeOf(String address) {
        int colon = address.lastIndexOf(':');
        String port = address.substring(colon + 1);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 0xFFFF || colon == 0) {
            throw new IllegalArgumentException("not HOST:PORT or a port: " + address);
        }
        return colon < 0
                ? new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(port))
                : resolved(address.substring(0, colon), Integer.parseInt(port));
    }

    @SuppressWarnings("AddressSelection") // any address of the host named will do to listen at
    private static InetSocketAddress resolved(String host, int port) {
        InetSocketAddress place = new InetSocketAddress(host, port);
        if (place.isUnresolved()) {
            throw new IllegalArgumentException("host " + host + " is not known");
        }
        return place;
    }

    /** Tells every version of an order. */
    @Command(
            name = "history",
            description = "Every version of an order, oldest first, as it was told.",
            mixinStandardHelpOptions = true)
    int history(
            @Parameters(index = "0", paramLabel = "FACILITY", description = "Whose order it is.") String facility,
            @Parameters(index = "1", paramLabel = "NUMBER", description = "Placer, filler or accession number.")
                    String number,
            @Mixin Output output)
            throws CandelaException {
        try (Database database = Database.open(store, clock)) {
            List<Order> versions =
                    new Orders(database, new AuditLog(), clock).history(new FacilityId(facility), number);
            ArrayNode json = JsonNodeFactory.instance.arrayNode();
            versions.forEach(order -> json.add(json(order)));
            output.print(
                    json,
                    versions.isEmpty()
                            ? "No order of " + facility + " has the number " + number + "."
                            : versions.stream().map(OrdersCommand::line).collect(Collectors.joining("\n")));
            return versions.isEmpty() ? Candela.NO : 0;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private static String line(Order order) {
        return String.format(
                Locale.ROOT,
                "%s  %-16s  %-12s  %-8s  %s",
                order.times().received(),
                order.source().word(),
                order.status(),
                order.request().priorityWord(),
                order.request().procedure());
    }

    private static ObjectNode json(Order order) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("receivedAt", order.times().received().toString())
                .put("source", order.source().name())
                .put("status", order.status().name())
                .put("placer", order.numbers().placer())
                .put("filler", order.numbers().filler())
                .put("accession", order.numbers().accession())
                .put("priority", order.request().priorityWord())
                .put("procedure", order.request().procedure())
                .put("reason", order.request().reason())
                .put("patientState", order.subject().state())
                .put("orderer", order.orderer().name())
                .put("phone", order.orderer().phone());
        order.numbers().study().ifPresent(uid -> json.put("studyInstanceUid", uid.value()));
        order.times().deadline().ifPresent(at -> json.put("deadline", at.toString()));
        return json;
    }
}
