package org.candela.app;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.ToIntFunction;
import javafx.scene.Node;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.facility.Facilities;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ServiceEndpoint;
import org.candela.message.FacilityMessage;
import org.candela.message.FacilityMessages;
import org.candela.message.ui.MessagesView;
import org.candela.message.ui.MessagesViewModel;
import org.candela.net.dimse.ApplicationEntity;
import org.candela.net.dimse.DimseEndpoint;
import org.candela.net.dimse.TlsProfile;
import org.candela.net.mllp.MllpLimits;
import org.candela.net.mllp.MllpServer;
import org.candela.net.tls.TlsTrust;
import org.candela.order.Orders;
import org.candela.order.feed.FacilitySenders;
import org.candela.order.feed.OrderFeed;
import org.candela.order.source.OrderWatch;
import org.candela.order.source.OrderWay;
import org.candela.order.source.ScheduleOrders;
import org.candela.order.source.UpsOrders;
import org.candela.shell.Command;
import org.candela.shell.CommandBus;
import org.candela.shell.ErrorPresenter;
import org.candela.store.StoreException;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.worklist.ReadingItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Orders and messages of facilities: who is asked, who is listened to, and how the list and the reader hear of it. */
// [impl->req~app.orders~1]
record OrderRoom(House house, Executors executors, Orders orders, FacilityMessages messages, OrderWatch watch) {
    static final Map<String, String> KEYS = Map.of("messages.show", "F11");

    private static final Logger LOG = LoggerFactory.getLogger(OrderRoom.class);
    private static final String OWN_TITLE = "CANDELA";
    private static final long ASK_SECONDS = 30;

    /** Nothing is asked yet. */
    static OrderRoom of(House house, Executors executors) {
        House.Base base = house.base();
        Orders orders = new Orders(base.database(), base.audit(), base.clock());
        FacilityMessages messages = new FacilityMessages(base.database(), base.audit(), base.clock());
        OrderWatch watch = new OrderWatch(ways(house, executors), orders, executors.io(), base.clock());
        return new OrderRoom(house, executors, orders, messages, watch);
    }

    /** One that is set up wrongly is told in the log and asked nothing; the others are asked. */
    private static List<OrderWay> ways(House house, Executors executors) {
        List<OrderWay> ways = new ArrayList<>();
        try {
            Facilities facilities = new Facilities(
                    house.base().database(), house.base().audit(), house.base().clock());
            for (Facility facility : house.reached().sources().keySet()) {
                List<ServiceEndpoint> services = facilities.services(facility.id());
                workitems(house, facility).ifPresent(ways::add);
                schedule(house, facility, services, executors).ifPresent(ways::add);
            }
        } catch (StoreException e) {
            LOG.error("the services of facilities cannot be read; no orders are asked for [{}]", e.code(), e);
        }
        return ways;
    }

    /** By the same client as claims: two that renew one sign-in at once may lose it. */
    private static Optional<OrderWay> workitems(House house, Facility facility) {
        return Optional.ofNullable(house.reached().workitems().get(facility.id()))
                .map(client -> new UpsOrders(facility.id(), client, house.base().clock()));
    }

    private static Optional<OrderWay> schedule(
            House house, Facility facility, List<ServiceEndpoint> services, Executors executors) {
        Optional<ServiceEndpoint> service = services.stream()
                .filter(each -> each.service() == ServiceEndpoint.Service.MODALITY_WORKLIST)
                .findFirst();
        try {
            if (service.isEmpty()) {
                return Optional.empty();
            }
            TlsProfile tls = TlsProfile.of(
                    TlsTrust.standard().pinning(facility.access().pins()),
                    house.base().clock());
            ApplicationEntity entity = new ApplicationEntity(executors.web(), executors.scheduler()).with(tls);
            DimseEndpoint endpoint = DimseEndpoint.of(service.orElseThrow().uri(), OWN_TITLE);
            return Optional.of(new ScheduleOrders(
                    facility.id(), entity, endpoint, house.base().clock()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            LOG.error("the modality worklist of {} is set up wrongly [app.mwl]", facility.id(), e);
            return Optional.empty();
        }
    }

    /** Lays orders over the list, asks for them and takes them where the user wants, from now on. */
    OrderRoom begin(ErrorPresenter errors) {
        house.worklist().follow(orders, watch::trouble);
        messages.onChange(() -> executors.io().execute(this::countUnread));
        executors.io().execute(this::countUnread);
        var unused = executors
                .scheduler()
                .scheduleWithFixedDelay(() -> executors.io().execute(this::ask), 0, ASK_SECONDS, TimeUnit.SECONDS);
        executors.io().execute(() -> listenWhereWanted(errors));
        return this;
    }

    /** Asks every way once; for a list that is made once. */
    void askOnce() {
        house.worklist().follow(orders, watch::trouble);
        watch.poll(new Cancellation()).join();
    }

    private void ask() {
        var unused = watch.poll(new Cancellation());
    }

    private void listenWhereWanted(ErrorPresenter errors) {
        try {
            Optional<InetSocketAddress> place = Config.orders();
            if (place.isPresent()) {
                MllpServer unused = listen(place.orElseThrow());
            }
        } catch (IllegalArgumentException e) {
            errors.accept(new CandelaException("app.hl7-port", "CANDELA_HL7: " + e.getMessage(), e));
        } catch (CandelaException e) {
            errors.accept(e);
        }
    }

    /** Takes HL7 messages there until it is closed or the threads end; says where in the log. */
    MllpServer listen(InetSocketAddress place) throws CandelaException {
        OrderFeed feed = new OrderFeed(
                new OrderFeed.Services(
                        house.base().database(),
                        orders,
                        messages,
                        new FacilitySenders(new Facilities(
                                house.base().database(),
                                house.base().audit(),
                                house.base().clock()))),
                house.base().clock());
        try {
            MllpServer server = MllpServer.open(place, MllpLimits.STANDARD, feed);
            executors.web().execute(server::run);
            LOG.info("orders are taken at {}", server.address());
            return server;
        } catch (IOException e) {
            throw new CandelaException(
                    "app.hl7-port",
                    "orders cannot be taken at " + place + " (" + e.getMessage() + "); set CANDELA_HL7 to another port",
                    e);
        }
    }

    // [impl->req~message.seen~1]
    private void countUnread() {
        try {
            List<FacilityMessage> unread = messages.unread();
            house.worklist().notices().countBy(countIn(unread));
        } catch (StoreException e) {
            LOG.warn("unread messages were not counted [{}]", e.code());
        }
    }

    private static ToIntFunction<ReadingItem> countIn(List<FacilityMessage> unread) {
        return unread.isEmpty()
                ? row -> 0
                : row -> (int)
                        unread.stream().filter(message -> isAbout(message, row)).count();
    }

    private static boolean isAbout(FacilityMessage message, ReadingItem row) {
        FacilityId facility = message.told().facility();
        return facility.equals(row.study().facility())
                && message.told()
                        .about()
                        .isAbout(row.study().uid(), row.study().identity().accessionNumber());
    }

    /** The list with the messages behind their key. FX thread. */
    Node over(Node worklist, CommandBus bus, String reader) {
        MessagesViewModel model = new MessagesViewModel(
                messages,
                new MessagesViewModel.Threads(executors.io(), new UiExecutor()),
                new MessagesViewModel.Seat(reader, house.base().clock()));
        MessagesView view = MessagesView.over(worklist, model);
        var unused = model.load();
        bus.register(Command.titled(Messages.of(OrderRoom.class), "messages.show", () -> {
            bus.run("work.reading");
            view.toggle();
        }));
        return view;
    }
}
