#pragma once
// The wired inventory, from trench to service: ducts, cables, nodes, links, network services and their IPv4/IPv6 state.
#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/geometry.h"
#include "engine/core/table.h"
#include "engine/core/units.h"

namespace parktwin {

struct Building;
struct Bus;
struct Enterprise;
struct RadioCell;
struct Zone;

/// A stretch of duct; cables in it fail together when it is dug up.
struct Duct {
  std::string id;
  std::int32_t tubes = 4;
  LineString path;
};

template <class Visitor, DescribedAs<Duct> Self>
void describe(Visitor&& visit, Self& duct) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, duct.id);
  visit(Field{"tubes", "", "tubes in the duct", 1, 200}, duct.tubes);
  visit(Field{.name = "path", .unit = "", .meaning = "course", .required = true}, duct.path);
}

/// A fibre cable and the ducts it lies in.
struct Cable {
  std::string id;
  std::int32_t fibres = 24;
  std::vector<Id<Duct>> ducts;
  Metres length;
};

template <class Visitor, DescribedAs<Cable> Self>
void describe(Visitor&& visit, Self& cable) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, cable.id);
  visit(Field{"fibres", "", "fibres in the cable", 1, 1000}, cable.fibres);
  visit(Field{"ducts", "", "ducts it lies in, in order, separated by spaces"}, cable.ducts);
  visit(Field{"length_m", "m", "cable length", 0, 1e6}, cable.length);
}

enum class NodeKind {
  core_router,
  aggregation_switch,
  access_switch,
  tsn_switch,
  optical_line_terminal,
  splitter,
  optical_network_unit,
  firewall,
  edge_server,
  server,
  radio_unit,
  wifi_access_point,
  end_station
};

constexpr auto names_of(NodeKind) {
  return std::to_array<EnumName<NodeKind>>({{NodeKind::core_router, "core_router"},
                                            {NodeKind::aggregation_switch, "aggregation_switch"},
                                            {NodeKind::access_switch, "access_switch"},
                                            {NodeKind::tsn_switch, "tsn_switch"},
                                            {NodeKind::optical_line_terminal, "optical_line_terminal"},
                                            {NodeKind::splitter, "splitter"},
                                            {NodeKind::optical_network_unit, "optical_network_unit"},
                                            {NodeKind::firewall, "firewall"},
                                            {NodeKind::edge_server, "edge_server"},
                                            {NodeKind::server, "server"},
                                            {NodeKind::radio_unit, "radio_unit"},
                                            {NodeKind::wifi_access_point, "wifi_access_point"},
                                            {NodeKind::end_station, "end_station"}});
}

enum class WifiGeneration { wifi6, wifi7 };

constexpr auto names_of(WifiGeneration) {
  return std::to_array<EnumName<WifiGeneration>>({{WifiGeneration::wifi6, "wifi6"}, {WifiGeneration::wifi7, "wifi7"}});
}

/// Standards of passive optical networks: ITU-T G.984.2, G.9807.1, G.9804.3.
enum class PonStandard { gpon, xgs_pon, fifty_g_pon };

constexpr auto names_of(PonStandard) {
  return std::to_array<EnumName<PonStandard>>(
      {{PonStandard::gpon, "gpon"}, {PonStandard::xgs_pon, "xgs_pon"}, {PonStandard::fifty_g_pon, "50g_pon"}});
}

/// Classes of optical path loss of a passive optical network.
enum class PonClass { a, b, b_plus, c, c_plus, n1, n2, e1, e2 };

constexpr auto names_of(PonClass) {
  return std::to_array<EnumName<PonClass>>({{PonClass::a, "A"},
                                            {PonClass::b, "B"},
                                            {PonClass::b_plus, "B+"},
                                            {PonClass::c, "C"},
                                            {PonClass::c_plus, "C+"},
                                            {PonClass::n1, "N1"},
                                            {PonClass::n2, "N2"},
                                            {PonClass::e1, "E1"},
                                            {PonClass::e2, "E2"}});
}

/// A device. Core routers are where the park meets the carrier; everything is reachable or not from them.
struct NetworkNode {
  std::string id;
  std::string name;
  NodeKind kind = NodeKind::access_switch;
  Id<Enterprise> enterprise;  ///< whose access it is
  Id<Building> building;
  Id<Zone> zone;          ///< public zone it serves
  Id<Bus> bus;            ///< electrical bus that feeds it
  Metres service_radius;  ///< of a Wi-Fi access point: served ground around it
  std::string ipv4_address;
  std::string ipv6_address;
  bool ipv6_forwarding = true;  ///< handles IPv6 natively; passive and layer-2 devices do
  double availability = 0.9999;
  bool operational = true;
  Point position;
  WifiGeneration wifi_generation = WifiGeneration::wifi6;  ///< this to the height: of a Wi-Fi access point
  Hertz frequency = gigahertz(5.25);
  Dbm eirp = Dbm(23.0);          ///< in 20 MHz; MIIT 2021-129: 200 mW from 5.15 to 5.35 GHz, indoors only; 2.4 GHz 100 mW, 5.8 GHz 2 W
  Metres height = Metres(3.0);   ///< above ground, or above the ground floor of the building it hangs in
  std::optional<double> mtbf_h;  ///< mean time between failures; together with mttr_h it takes the place of `availability`
  std::optional<double> mttr_h;  ///< mean time to repair
  PonStandard pon_standard = PonStandard::xgs_pon;  ///< this and the class: of an optical line terminal
  PonClass pon_class = PonClass::n1;
  std::int32_t splitter_ratio = 32;         ///< of a splitter: ways out, used or not
  Id<Bus> standby_bus;                      ///< second feed: the node works as long as one of the two buses is supplied
  std::string nat64_prefix;                 ///< under which it translates from IPv6 to IPv4 (RFC 6146, 6052); empty: it does not
  std::string ipv6_functions;               ///< names of Ipv6Function separated by spaces; empty: not in the inventory
  std::int32_t forwarding_delay_ns = 2000;  ///< of a switch; an assumption, data sheets give one to ten microseconds
  std::int32_t clock_error_ns = 500;        ///< half of the 1 µs that IEC/IEEE 60802 allows between two working clocks
  bool preemption = false;
  bool cut_through = false;
};

template <class Visitor, DescribedAs<NetworkNode> Self>
void describe(Visitor&& visit, Self& node) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, node.id);
  visit(Field{"name", "", "name"}, node.name);
  visit(Field{.name = "kind", .unit = "", .meaning = "kind of device", .required = true}, node.kind);
  visit(Field{"enterprise", "", "enterprise whose access it is"}, node.enterprise);
  visit(Field{"building", "", "building it stands in"}, node.building);
  visit(Field{"zone", "", "public zone it serves"}, node.zone);
  visit(Field{"bus", "", "electrical bus that feeds it"}, node.bus);
  visit(Field{"service_radius_m", "m", "ground served around a Wi-Fi access point", 0, 1000}, node.service_radius);
  visit(Field{"ipv4_address", "", "management or service address, empty: none"}, node.ipv4_address);
  visit(Field{"ipv6_address", "", "management or service address, empty: none"}, node.ipv6_address);
  visit(Field{"ipv6_forwarding", "", "passes IPv6 natively"}, node.ipv6_forwarding);
  visit(Field{"availability", "1", "share of time in service", 0, 1}, node.availability);
  visit(Field{"operational", "", "in service"}, node.operational);
  visit(Field{.name = "position", .unit = "", .meaning = "where it stands", .required = true}, node.position);
  visit(rare_field({"wifi_generation", "", "of a Wi-Fi access point: wifi6 (802.11ax) or wifi7 (802.11be)"}), node.wifi_generation);
  visit(rare_field({"frequency_hz", "Hz", "of a Wi-Fi access point: its beacon channel's centre", 2.4e9, 7.2e9}), node.frequency);
  visit(rare_field({"eirp_dbm", "dBm", "of a Wi-Fi access point: isotropically radiated power in 20 MHz", -10, 40}), node.eirp);
  visit(rare_field({"height_m", "m", "of a Wi-Fi access point: above ground or ground floor", 0.5, 50}), node.height);
  visit(rare_field({"mtbf_h", "h", "mean time between failures; with mttr_h it takes the place of availability", 1, 1e9}), node.mtbf_h);
  visit(rare_field({"mttr_h", "h", "mean time to repair", 0, 1e5}), node.mttr_h);
  visit(rare_field({"pon_standard", "", "of an optical line terminal: gpon, xgs_pon or 50g_pon"}), node.pon_standard);
  visit(rare_field({"pon_class", "", "of an optical line terminal: class of path loss"}), node.pon_class);
  visit(rare_field({"splitter_ratio", "", "of a splitter: ways out, used or not; 2, 4, 8, 16, 32 or 64", 2, 64}), node.splitter_ratio);
  visit(rare_field({"standby_bus", "", "electrical bus that feeds it when the other is dark"}), node.standby_bus);
  visit(rare_field({"nat64_prefix", "", "IPv6 prefix under which it translates to IPv4 (NAT64); empty: it does not"}), node.nat64_prefix);
  visit(rare_field({"ipv6_functions", "", "IPv6 functions it supports, separated by spaces; empty: not known"}), node.ipv6_functions);
  visit(rare_field({"forwarding_delay_ns", "ns", "of a switch: from a frame's last bit to its standing in the next queue", 0, 1e8}),
        node.forwarding_delay_ns);
  visit(rare_field({"clock_error_ns", "ns", "largest error of its clock against the grandmaster (gPTP, IEEE 802.1AS)", 0, 1e8}),
        node.clock_error_ns);
  visit(rare_field({"preemption", "", "its ports can interrupt frames (IEEE 802.1Qbu, 802.3br)"}), node.preemption);
  visit(rare_field({"cut_through", "", "of a switch: hands frames on once their header is in"}), node.cut_through);
}

/// Share of time an element works: MTBF / (MTBF + MTTR) where both are known (IEC 61703, steady state), else the share that is given.
[[nodiscard]] inline double availability_of(const NetworkNode& node) {
  return node.mtbf_h && node.mttr_h ? *node.mtbf_h / (*node.mtbf_h + *node.mttr_h) : node.availability;
}

enum class LinkMedium { fibre, passive_optical, copper, radio, virtual_link };

constexpr auto names_of(LinkMedium) {
  return std::to_array<EnumName<LinkMedium>>({{LinkMedium::fibre, "fibre"},
                                              {LinkMedium::passive_optical, "passive_optical"},
                                              {LinkMedium::copper, "copper"},
                                              {LinkMedium::radio, "radio"},
                                              {LinkMedium::virtual_link, "virtual_link"}});
}

/// Optical transceivers of IEEE 802.3 for one pair of single-mode fibres (transceivers.h); by_rate: not recorded, chosen by rate and
/// length.
enum class Transceiver { by_rate, fe_lx10, ge_lx, ten_ge_lr, ten_ge_er, twenty_five_ge_lr, forty_ge_lr4, hundred_ge_lr4 };

constexpr auto names_of(Transceiver) {
  return std::to_array<EnumName<Transceiver>>({{Transceiver::by_rate, "by_rate"},
                                               {Transceiver::fe_lx10, "100BASE-LX10"},
                                               {Transceiver::ge_lx, "1000BASE-LX"},
                                               {Transceiver::ten_ge_lr, "10GBASE-LR"},
                                               {Transceiver::ten_ge_er, "10GBASE-ER"},
                                               {Transceiver::twenty_five_ge_lr, "25GBASE-LR"},
                                               {Transceiver::forty_ge_lr4, "40GBASE-LR4"},
                                               {Transceiver::hundred_ge_lr4, "100GBASE-LR4"}});
}

struct NetworkLink {
  std::string id;
  Id<NetworkNode> from;
  Id<NetworkNode> to;
  LinkMedium medium = LinkMedium::fibre;
  MegabitsPerSecond rate_down = MegabitsPerSecond(1000.0);  ///< from the core outwards
  MegabitsPerSecond rate_up = MegabitsPerSecond(1000.0);
  Metres length;
  Id<Cable> cable;
  bool ipv4 = true;
  bool ipv6 = true;
  double availability = 0.9999;
  bool operational = true;
  std::optional<double> mtbf_h;  ///< mean time between failures; together with mttr_h it takes the place of `availability`
  std::optional<double> mttr_h;  ///< mean time to repair
  std::int32_t splices = 2;      ///< of a fibre
  std::int32_t connectors = 2;   ///< of a fibre
  Transceiver transceiver = Transceiver::by_rate;  ///< of a fibre: at both ends
  std::string vlans;                               ///< see vlan_list.h
  Id<RadioCell> radio_cell;                        ///< of a radio link over 5G
};

template <class Visitor, DescribedAs<NetworkLink> Self>
void describe(Visitor&& visit, Self& link) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, link.id);
  visit(Field{.name = "from", .unit = "", .meaning = "node nearer to the core", .required = true}, link.from);
  visit(Field{.name = "to", .unit = "", .meaning = "node further from the core", .required = true}, link.to);
  visit(Field{"medium", "", "what carries it"}, link.medium);
  visit(Field{"rate_down_mbps", "Mbit/s", "rate outwards", 0, 1e7}, link.rate_down);
  visit(Field{"rate_up_mbps", "Mbit/s", "rate inwards", 0, 1e7}, link.rate_up);
  visit(Field{"length_m", "m", "route length", 0, 1e6}, link.length);
  visit(Field{"cable", "", "cable that carries it"}, link.cable);
  visit(Field{"ipv4", "", "configured for IPv4"}, link.ipv4);
  visit(Field{"ipv6", "", "configured for IPv6"}, link.ipv6);
  visit(Field{"availability", "1", "share of time in service", 0, 1}, link.availability);
  visit(Field{"operational", "", "in service"}, link.operational);
  visit(rare_field({"mtbf_h", "h", "mean time between failures; with mttr_h it takes the place of availability", 1, 1e9}), link.mtbf_h);
  visit(rare_field({"mttr_h", "h", "mean time to repair", 0, 1e5}), link.mttr_h);
  visit(rare_field({"splices", "", "of a fibre: splices", 0, 1000}), link.splices);
  visit(rare_field({"connectors", "", "of a fibre: connectors", 0, 100}), link.connectors);
  visit(rare_field({"transceiver", "", "of a fibre: type at both ends, by_rate when it is not recorded"}), link.transceiver);
  visit(rare_field({"vlans", "", "VLANs its ports carry, such as 10,20-29; empty: all"}), link.vlans);
  visit(rare_field({"radio_cell", "", "of a radio link: the 5G cell that carries it, its slots giving the delay"}), link.radio_cell);
}

/// As for nodes.
[[nodiscard]] inline double availability_of(const NetworkLink& link) {
  return link.mtbf_h && link.mttr_h ? *link.mtbf_h / (*link.mtbf_h + *link.mttr_h) : link.availability;
}

/// A service offered on a node: DNS, the park platform, video, the identifier node …
struct NetworkService {
  std::string id;
  std::string name;
  std::string name_zh;
  Id<NetworkNode> node;
  bool ipv4 = true;
  bool ipv6 = true;
  std::string dns_name = {};     ///< by which clients find it; empty: not in the inventory
  std::string a_record = {};     ///< IPv4 addresses of the name, separated by spaces
  std::string aaaa_record = {};  ///< IPv6 addresses of the name, separated by spaces
  std::string endpoints = {};    ///< what clients are configured to call, separated by spaces; empty: not in the inventory
};

template <class Visitor, DescribedAs<NetworkService> Self>
void describe(Visitor&& visit, Self& service) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, service.id);
  visit(Field{"name", "", "name in English"}, service.name);
  visit(Field{"name_zh", "", "name in Chinese"}, service.name_zh);
  visit(Field{.name = "node", .unit = "", .meaning = "node that offers it", .required = true}, service.node);
  visit(Field{"ipv4", "", "offered over IPv4"}, service.ipv4);
  visit(Field{"ipv6", "", "offered over IPv6"}, service.ipv6);
  visit(rare_field({"dns_name", "", "name by which clients find it; empty: not known"}), service.dns_name);
  visit(rare_field({"a_record", "", "IPv4 addresses of the name, separated by spaces"}), service.a_record);
  visit(rare_field({"aaaa_record", "", "IPv6 addresses of the name, separated by spaces"}), service.aaaa_record);
  visit(rare_field({"endpoints", "", "hosts and ports its clients are configured to call, separated by spaces; empty: not known"}),
        service.endpoints);
}

}  // namespace parktwin
