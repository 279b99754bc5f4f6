#pragma once
// The radio inventory: antenna types, sites and their cells, network slices.
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
struct Enterprise;
struct NetworkNode;

/// Antenna type after 3GPP TR 38.901 table 7.3-1: element pattern, and an array of rows and columns behind one port, which sends its
/// synchronisation signal in one broad beam or in several. Or as measured by its maker: the two cuts then replace element and array.
struct Antenna {
  std::string id;
  Decibel element_gain = Decibel(8.0);  ///< dBi
  Degrees horizontal_beamwidth = Degrees(65.0);
  Degrees vertical_beamwidth = Degrees(65.0);
  Decibel front_to_back = Decibel(30.0);
  std::int32_t rows = 8;
  std::int32_t columns = 1;
  double row_spacing = 0.7;     ///< wavelengths
  double column_spacing = 0.5;  ///< wavelengths
  bool omnidirectional = false;
  std::string pattern_file;                  ///< where the cuts were read; nothing but a remark once they are here
  std::optional<Decibel> measured_gain;      ///< dBi at the peak of the measured pattern
  std::optional<Degrees> measured_downtilt;  ///< electrical tilt the cuts were measured at; none: the vertical cut's own peak
  std::optional<Hertz> measured_frequency;
  std::vector<double> horizontal_cut_db;  ///< attenuation at 0° … 359° clockwise from boresight; empty: not measured
  std::vector<double> vertical_cut_db;  ///< at 0° … 359° from the horizon in front: 90° straight down, 180° behind, 270° straight up
  std::int32_t ssb_beams_horizontal = 1;
  std::int32_t ssb_beams_vertical = 1;
};

/// Values of a measured cut: one for each degree.
inline constexpr std::size_t cut_values = 360;

template <class Visitor, DescribedAs<Antenna> Self>
void describe(Visitor&& visit, Self& antenna) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, antenna.id);
  visit(Field{"element_gain_dbi", "dB", "gain of one element over isotropic", -10, 30}, antenna.element_gain);
  visit(Field{"horizontal_beamwidth_deg", "degree", "half-power width in azimuth", 1, 360}, antenna.horizontal_beamwidth);
  visit(Field{"vertical_beamwidth_deg", "degree", "half-power width in elevation", 1, 360}, antenna.vertical_beamwidth);
  visit(Field{"front_to_back_db", "dB", "largest attenuation of the pattern", 0, 60}, antenna.front_to_back);
  visit(Field{"rows", "", "elements above each other", 1, 64}, antenna.rows);
  visit(Field{"columns", "", "elements beside each other", 1, 64}, antenna.columns);
  visit(Field{"row_spacing_wavelengths", "1", "vertical spacing of elements in wavelengths", 0.1, 5}, antenna.row_spacing);
  visit(Field{"column_spacing_wavelengths", "1", "horizontal spacing of elements in wavelengths", 0.1, 5}, antenna.column_spacing);
  visit(Field{"omnidirectional", "", "same gain in every direction of azimuth"}, antenna.omnidirectional);
  visit(rare_field({"pattern_file", "", "file of the measured pattern (.msi, .pln, .ant) beside the table"}), antenna.pattern_file);
  visit(rare_field({"measured_gain_dbi", "dB", "peak gain of the measured pattern over isotropic", -10, 60}), antenna.measured_gain);
  visit(rare_field({"measured_downtilt_deg", "degree", "electrical tilt the pattern was measured at", -30, 60}), antenna.measured_downtilt);
  visit(rare_field({"measured_frequency_hz", "Hz", "frequency the pattern was measured at", 1e6, 300e9}), antenna.measured_frequency);
  visit(rare_field({"horizontal_cut_db", "dB", "measured attenuation at 0 to 359 degrees clockwise from boresight", 0, 100}),
        antenna.horizontal_cut_db);
  visit(rare_field({"vertical_cut_db", "dB", "measured attenuation at 0 to 359 degrees from the horizon in front downwards", 0, 100}),
        antenna.vertical_cut_db);
  visit(rare_field({"ssb_beams_horizontal", "", "beams of the synchronisation signal beside each other", 1, 64}),
        antenna.ssb_beams_horizontal);
  visit(rare_field({"ssb_beams_vertical", "", "beams of the synchronisation signal above each other", 1, 64}), antenna.ssb_beams_vertical);
}

/// A mast or roof position. `height` is the antennas' height above ground, or above the roof of `building` when that is given; `inside`
/// that building, above its floor. No height is customary, so readers ask for it.
struct RadioSite {
  std::string id;
  std::string name;
  std::string name_zh;
  Metres height = Metres(25.0);
  Id<Building> building;
  Id<NetworkNode> backhaul;  ///< the node that connects it; none: backhaul taken as working
  bool operational = true;
  Point position;
  bool inside = false;  ///< the antennas hang in `building`
};

template <class Visitor, DescribedAs<RadioSite> Self>
void describe(Visitor&& visit, Self& site) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, site.id);
  visit(Field{"name", "", "name in English"}, site.name);
  visit(Field{"name_zh", "", "name in Chinese"}, site.name_zh);
  visit(Field{.name = "height_m",
              .unit = "m",
              .meaning = "antenna height above ground, or above the roof of its building",
              .minimum = 0.5,
              .maximum = 300,
              .required = true},
        site.height);
  visit(Field{"building", "", "building whose roof carries it"}, site.building);
  visit(Field{"backhaul", "", "network node that connects it"}, site.backhaul);
  visit(Field{"operational", "", "in service"}, site.operational);
  visit(Field{.name = "position", .unit = "", .meaning = "where it stands", .required = true}, site.position);
  visit(rare_field({"inside", "", "the antennas hang inside the building, height_m above its floor"}), site.inside);
}

enum class RadioAccess { nr, lte };

constexpr auto names_of(RadioAccess) { return std::to_array<EnumName<RadioAccess>>({{RadioAccess::nr, "nr"}, {RadioAccess::lte, "lte"}}); }

/// One cell: carrier, power and how its antenna points. Azimuth clockwise from north; tilt positive downwards. Azimuth, frequency,
/// bandwidth and power have no customary value and decide the map, so readers ask for them.
struct RadioCell {
  std::string id;
  Id<RadioSite> site;
  Id<Antenna> antenna;
  RadioAccess access = RadioAccess::nr;
  Degrees azimuth;
  Degrees mechanical_downtilt;
  Degrees electrical_downtilt = Degrees(6.0);
  Hertz frequency = gigahertz(3.5);
  Hertz bandwidth = megahertz(100.0);
  Hertz subcarrier_spacing = Hertz(30e3);
  Dbm transmit_power = Dbm(53.0);  ///< total over the bandwidth, before antenna gain
  Decibel feeder_loss = Decibel(0.0);
  double load = 0.5;  ///< share of resource elements in use, counts as interference to others
  bool operational = true;
  std::optional<Dbm> eirp_limit;  ///< over the whole bandwidth
  std::int32_t downlink_layers = 4;
  std::int32_t uplink_layers = 1;
  std::string duplex_pattern;    ///< "FDD", or one period of slots such as "DDDSU"; empty: by frequency
  std::string network_operator;  ///< empty: of the shared network
};

template <class Visitor, DescribedAs<RadioCell> Self>
void describe(Visitor&& visit, Self& cell) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, cell.id);
  visit(Field{.name = "site", .unit = "", .meaning = "site it belongs to", .required = true}, cell.site);
  visit(Field{.name = "antenna", .unit = "", .meaning = "antenna type", .required = true}, cell.antenna);
  visit(Field{"access", "", "nr (5G) or lte"}, cell.access);
  visit(Field{.name = "azimuth_deg",
              .unit = "degree",
              .meaning = "boresight, clockwise from north; any when the antenna is omnidirectional",
              .minimum = 0,
              .maximum = 360,
              .required = true},
        cell.azimuth);
  visit(Field{"mechanical_downtilt_deg", "degree", "mechanical tilt, positive downwards", -30, 60}, cell.mechanical_downtilt);
  visit(Field{"electrical_downtilt_deg", "degree", "electrical tilt, positive downwards", -30, 60}, cell.electrical_downtilt);
  visit(Field{.name = "frequency_hz", .unit = "Hz", .meaning = "carrier frequency", .minimum = 0.4e9, .maximum = 100e9, .required = true},
        cell.frequency);
  visit(Field{.name = "bandwidth_hz", .unit = "Hz", .meaning = "channel bandwidth", .minimum = 1.4e6, .maximum = 2e9, .required = true},
        cell.bandwidth);
  visit(Field{"subcarrier_spacing_hz", "Hz", "subcarrier spacing", 15e3, 960e3}, cell.subcarrier_spacing);
  visit(Field{.name = "transmit_power_dbm",
              .unit = "dBm",
              .meaning = "total power over the bandwidth, before antenna gain",
              .minimum = -30,
              .maximum = 70,
              .required = true},
        cell.transmit_power);
  visit(Field{"feeder_loss_db", "dB", "loss between transmitter and antenna", 0, 30}, cell.feeder_loss);
  visit(Field{"load", "1", "share of resource elements in use", 0, 1}, cell.load);
  visit(Field{"operational", "", "in service"}, cell.operational);
  visit(rare_field({"eirp_limit_dbm", "dBm", "limit of the isotropically radiated power in the beam, over the bandwidth", -30, 120}),
        cell.eirp_limit);
  visit(rare_field({"downlink_layers", "", "most spatial layers to one device", 1, 8}), cell.downlink_layers);
  visit(rare_field({"uplink_layers", "", "most spatial layers from one device", 1, 4}), cell.uplink_layers);
  visit(rare_field({"duplex_pattern", "", "FDD, or one period of slots: D down, U up, S special, such as DDDSU; empty: by frequency"}),
        cell.duplex_pattern);
  visit(rare_field({"network_operator", "", "who runs it; empty: shared by all"}), cell.network_operator);
}

/// A network slice: part of every radio cell's resources, kept for the traffic of some connected assets of bearer nr. A group of assets is
/// carried by the first slice in the table that takes both its enterprise and its element; where it carries nothing, a slice keeps nothing.
struct NetworkSlice {
  std::string id;
  std::string name;
  std::string name_zh;
  double guaranteed_share = 0.0;
  double highest_share = 1.0;  ///< at least the guaranteed one
  double weight = 1.0;         ///< in what guarantees leave
  std::vector<Id<Enterprise>> enterprises;
  std::string element;
};

template <class Visitor, DescribedAs<NetworkSlice> Self>
void describe(Visitor&& visit, Self& slice) {
  visit(Field{.name = "id", .unit = "", .meaning = "unique id", .required = true}, slice.id);
  visit(Field{"name", "", "name in English"}, slice.name);
  visit(Field{"name_zh", "", "name in Chinese"}, slice.name_zh);
  visit(Field{"guaranteed_share", "1", "share of a radio cell's resources it gets before others as far as it needs it", 0, 1},
        slice.guaranteed_share);
  visit(Field{"highest_share", "1", "share of a radio cell's resources it never exceeds", 0, 1}, slice.highest_share);
  visit(Field{"weight", "", "its part of what guarantees leave, against the weights of the others", 0.001, 1000}, slice.weight);
  visit(Field{"enterprises", "", "enterprises whose connected assets it carries, separated by spaces; empty: of all"}, slice.enterprises);
  visit(Field{"element", "", "element of the connected assets it carries; empty: every element"}, slice.element);
}

}  // namespace parktwin
