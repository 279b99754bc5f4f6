#include "tests/importers/park_folder/sample_park.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cmath>
#include <fstream>
#include <iterator>

#include "engine/core/errors.h"
#include "importers/gdal_layers/reference_system.h"
#include "importers/park_folder/park_folder.h"
#include "tests/importers/park_folder/sample_clouds.h"
#include "tests/importers/park_folder/sample_energy_uses.h"
#include "tests/importers/park_folder/sample_scenarios.h"

namespace parktwin::importers::testing {
namespace {

Site sample_site() {
  Site site;
  site.name = "Lakeside \"North\" Park: phase #2";
  site.name_zh = "湖滨北区产业园";
  site.crs = "EPSG:4549";
  site.crs_wkt = well_known_text(site.crs);
  site.origin_easting = Metres(512300.25);
  site.origin_northing = Metres(3456700.5);
  site.origin_longitude = Degrees(120.12871);
  site.origin_latitude = Degrees(31.22571);
  site.boundary.polygons = {{{{0, 0}, {3000, 0}, {3000, 2000.37}, {0, 2000}}, {{{100, 100}, {100, 200}, {200, 200}, {200, 100}}}},
                            {{{4000, 0}, {4100, 0}, {4000, 100}}, {}}};
  site.data_date = "2024-06-30";
  site.operator_name = "Lakeside Networks";
  site.note = "two lines\nand a tab\tand a backslash \\";
  return site;
}

Terrain sample_terrain() {
  Terrain terrain;
  terrain.elevation_m = Grid<float>({{-200.0, -100.0}, 12.5, 300, 190});
  for (std::int32_t row = 0; row < 190; ++row) {
    for (std::int32_t column = 0; column < 300; ++column) {
      terrain.elevation_m.at(column, row) = static_cast<float>(std::round(100.0 * (4.0 + std::sin(column * 0.05) + 0.01 * row)) / 100.0);
    }
  }
  terrain.source = "levelled by the sample";
  terrain.filled_share = 0.125;
  return terrain;
}

Weather sample_weather() {
  Weather weather;
  weather.place = "Lakeside";
  weather.source = "invented";
  weather.longitude = Degrees(120.1);
  weather.latitude = Degrees(31.2);
  weather.elevation = Metres(4.5);
  for (std::size_t hour = 0; hour < hours_per_year; ++hour) {
    weather.temperature_c.push_back(0.25 * static_cast<double>(hour % 120) - 3.0);
    weather.relative_humidity_percent.push_back(static_cast<double>(50 + hour % 40));
    weather.pressure_pa.push_back(101300.0);
    weather.global_horizontal_w_per_m2.push_back(hour % 24 == 12 ? 500.0 : 0.0);
    weather.direct_normal_w_per_m2.push_back(hour % 24 == 12 ? 300.0 : 0.0);
    weather.diffuse_horizontal_w_per_m2.push_back(hour % 24 == 12 ? 250.0 : 0.0);
    weather.wind_speed_m_per_s.push_back(0.5 * static_cast<double>(hour % 9));
  }
  return weather;
}

template <class T>
void fill(Part<Table<T>>& part, std::vector<T> records) {
  part = Part<Table<T>>(Table<T>(std::move(records)));
}

void add_land(Park& park) {
  fill<Zone>(
      park.zones,
      {{"Z-1", "Square, central", "中心广场", ZoneKind::square, true, {{{{{10, 10}, {60, 10}, {60, 60.01}, {10, 60}}, {}}}}},
       {"Z-2", "", "", ZoneKind::water, false, {{{{{300.99, 10}, {360, 10}, {360, 60}}, {}}, {{{400, 10}, {460, 10}, {460, 60}}, {}}}}}});
  fill<Road>(park.roads, {{"R-1", "East Road", "东路", RoadClass::arterial, Metres(40), {{{0, 500}, {1000.1, 500.2}, {1000.1, 900}}}}});
  fill<Parcel>(park.parcels, {{"P-1", "M2; industrial", Id<Enterprise>(1), {{{{{500, 500}, {700, 500}, {700, 700}}, {}}}}},
                              {"P-2", "", {}, {{{{{800, 500}, {900, 500}, {900, 700}}, {}}}}}});
  fill<Tree>(park.trees, {{"T-1", Metres(7.3), Metres(4.1), {12.34, 56.78}}, {"T-2", Metres(1.0 / 3.0 + 8.0), Metres(5), {-3.01, 0}}});
  Building hall{"B-1",
                "Hall 1",
                "一号厂房",
                BuildingUse::factory,
                WallMaterial::metal,
                Metres(12.6),
                false,
                2,
                false,
                Id<Enterprise>(0),
                Id<Parcel>(0),
                2016,
                {{{520, 520}, {560, 520}, {560, 560}, {520, 560}}, {{{530, 530}, {530, 540}, {540, 540}, {540, 530}}}},
                0.45,
                Metres(3.1),
                Metres(2.5)};
  Building tower{"B-2",
                 "",
                 "",
                 BuildingUse::office,
                 WallMaterial::coated_glass,
                 Metres(88),
                 true,
                 22,
                 true,
                 {},
                 {},
                 std::nullopt,
                 {{{0.01, 0.02}, {30, 0}, {30, 30}}, {}},
                 0.2,
                 Metres(2.0),
                 std::nullopt};
  fill<Building>(park.buildings, {hall, tower});
}

void add_sharing(Park& park) {
  IdentifierNode node;
  node.id = "IN-1";
  node.service = Id<SharedService>(1);
  node.node = Id<NetworkNode>(0);
  node.enterprise_nodes = {Id<Enterprise>(1)};
  node.top_outage_from_h = 9.5;
  node.top_outage_hours = 2.0;
  fill<IdentifierNode>(park.identifier_nodes, {node});
  IdentifierApplication tracing{"IA-1", "Tracing",          "追溯", Id<IdentifierNode>(0), IdentifierMode::product_traceability, true,
                                true,   {Id<Enterprise>(0)}};
  tracing.resolutions_per_day = 250.5;
  tracing.carriers = 10;
  tracing.active_carriers = 4;
  fill<IdentifierApplication>(park.identifier_applications, {tracing});
  SharedResource buying;
  buying.id = "SR-1";
  buying.name = "Oil";
  buying.name_zh = "润滑油";
  buying.service = Id<SharedService>(0);
  buying.kind = ResourceKind::group_purchasing;
  buying.review_h = 40.0;
  buying.own_review_h = 20.0;
  buying.discount_from_units = {100.0, 250.5};
  buying.discount_percent = {2.0, 5.0};
  buying.unit_cost = Yuan(12.5);
  SharedResource bench;
  bench.id = "SR-2";
  bench.service = Id<SharedService>(0);
  bench.by_employees = true;
  bench.outside_price_per_request = Yuan(900.5);
  bench.outside_wait_h = 40.0;
  fill<SharedResource>(park.shared_resources, {buying, bench});
}

void add_people(Park& park) {
  Enterprise first;
  first.id = "E-001";
  first.name = "Bright, Tools & \"Sons\"";
  first.name_zh = "明亮工具";
  first.sector = Sector::machinery;
  first.employees = 412;
  first.yearly_output = Yuan(1.5e9);
  first.floor_area = SquareMetres(12345.678);
  first.cloud_level = CloudLevel::business_systems;
  first.cloud_kind = CloudKind::hybrid;
  first.cloud_since_year = 2019;
  first.uses_park_network = true;
  first.yearly_electricity = MegawattHours(0.1 + 0.2);
  Enterprise second;
  second.id = "12";
  second.name = " edge spaces ";
  second.data_class = DataClass::important;
  second.it_staff = 0;
  fill<Enterprise>(park.enterprises, {first, second});
  fill<SharedService>(park.shared_services, {{"S-1",
                                              "Platform",
                                              "平台",
                                              SharedServiceKind::platform,
                                              true,
                                              Id<Building>(1),
                                              {Id<Enterprise>(1), Id<Enterprise>(0)},
                                              Id<NetworkNode>(0)},
                                             {"S-2", "", "", SharedServiceKind::identifier_node, true, Id<Building>(), {}}});
  add_sharing(park);
  add_clouds(park);
  add_scenarios(park);
  fill<ConnectedAssets>(park.connected_assets, {{"A-1", Id<Enterprise>(0), "machine tools", AssetBearer::nr, 120, MegabitsPerSecond(2.5),
                                                 MegabitsPerSecond(0.75)}});
  fill<EvidenceDocument>(park.evidence, {{"D-1", "K1-L1", "Certificate", "2024/17", "City bureau", "2024-01-31", ""}});
  fill<NetworkSlice>(park.network_slices,
                     {{"NS-1", "Machines", "机床切片", 0.3, 0.8, 2.5, {Id<Enterprise>(1), Id<Enterprise>(0)}, "machine tools"},
                      {"NS-2", "The rest", "", 0.0, 1.0, 1.0, {}, ""}});
}

void add_networks(Park& park) {
  Antenna panel;
  panel.id = "panel";
  Antenna measured;
  measured.id = "measured";
  measured.pattern_file = "patterns/a b.msi";
  measured.measured_gain = Decibel(17.3);
  measured.measured_frequency = gigahertz(3.5);
  for (int degree = 0; degree < 360; ++degree) {
    measured.horizontal_cut_db.push_back(0.1 * degree);
    measured.vertical_cut_db.push_back(degree / 7.0);
  }
  fill<Antenna>(park.antennas, {panel, measured});
  RadioSite mast;
  mast.id = "M-1";
  mast.building = Id<Building>(1);
  mast.backhaul = Id<NetworkNode>(0);
  mast.position = {15, 10};
  fill<RadioSite>(park.radio_sites, {mast});
  RadioCell cell;
  cell.id = "M-1-1";
  cell.site = Id<RadioSite>(0);
  cell.antenna = Id<Antenna>(0);
  cell.azimuth = Degrees(120);
  cell.eirp_limit = Dbm(62.5);
  cell.downlink_layers = 2;
  cell.uplink_layers = 2;
  cell.duplex_pattern = "DDDSUDDSUU";
  cell.network_operator = "North";
  fill<RadioCell>(park.radio_cells, {cell});
  fill<Duct>(park.ducts, {{"DU-1", 4, {{{0, 0}, {10, 0}}}}, {"DU-2", 6, {{{10, 0}, {20, 0}, {20, 0}, {30, 5}, {515, 528}}}}});
  fill<Cable>(park.cables, {{"C-1", 48, {Id<Duct>(1), Id<Duct>(0)}, Metres(31.7)}, {"C-2", 12, {}, Metres(5)}});
  NetworkNode core;
  core.id = "core";
  core.kind = NodeKind::core_router;
  core.ipv6_address = "2001:db8::1";
  core.bus = Id<Bus>(0);
  core.standby_bus = Id<Bus>(1);
  core.nat64_prefix = "64:ff9b::/96";
  core.ipv6_functions = "icmpv6 any_prefix_length";
  NetworkNode access;
  access.id = "access";
  access.enterprise = Id<Enterprise>(1);
  access.zone = Id<Zone>(0);
  access.position = {520, 530};
  access.ipv6_address = "2001:db8::2";
  access.forwarding_delay_ns = 1'250;
  access.clock_error_ns = 100;
  access.preemption = true;
  access.cut_through = true;
  fill<NetworkNode>(park.network_nodes, {core, access});
  NetworkLink link;
  link.id = "L-1";
  link.from = Id<NetworkNode>(0);
  link.to = Id<NetworkNode>(1);
  link.cable = Id<Cable>(0);
  link.transceiver = Transceiver::ten_ge_lr;
  link.vlans = "1,30-39";
  link.radio_cell = Id<RadioCell>(0);
  fill<NetworkLink>(park.network_links, {link});
  NetworkService names{"DNS", "", "", Id<NetworkNode>(0), true, false};
  names.dns_name = "ns.park.example";
  names.a_record = "192.0.2.1 192.0.2.2";
  names.aaaa_record = "2001:db8::1";
  names.endpoints = "192.0.2.1:53 ns.park.example";
  fill<NetworkService>(park.network_services, {names});
  fill<AddressPrefix>(park.address_prefixes,
                      {{"AP-1", "Park", "2001:db8::/48", PrefixKind::park, {}, {}},
                       {"AP-2", "", "2001:db8:0:100::/56", PrefixKind::enterprise, Id<AddressPrefix>(0), Id<Enterprise>(1)}});
  fill<AccessRule>(park.access_rules,
                   {{"AR-1", Id<NetworkNode>(0), IpFamily::ipv6, RuleAction::deny, "2001:db8::/48", "any", "tcp", "22,23"}});
  TsnFlow loop{"F-1",
               "Robot, axis 1",
               "机器人轴一",
               Id<NetworkNode>(1),
               Id<NetworkNode>(0),
               Id<Enterprise>(1),
               TsnClass::scheduled,
               7,
               30,
               500'000,
               64,
               400'000,
               1'000,
               {Id<NetworkLink>(0)},
               true};
  TsnFlow video;
  video.id = "F-2";
  video.talker = Id<NetworkNode>(0);
  video.listener = Id<NetworkNode>(1);
  video.traffic_class = TsnClass::class_b;
  fill<TsnFlow>(park.tsn_flows, {loop, video});
}

void add_energy(Park& park) {
  Bus infeed{"BUS-1", "", BusKind::slack, Kilovolts(110), {0, 0}};
  Bus busbar{"BUS-2", "", BusKind::pq, Kilovolts(10), {5, 5}};
  Bus station{"BUS-3", "", BusKind::pq, Kilovolts(10), {90, 5}};
  infeed.held_voltage_pu = 1.03;
  station.shunt_kw = 2.0;
  station.shunt_kvar = 300.0;
  fill<Bus>(park.buses, {infeed, busbar, station});
  PowerLine line;
  line.id = "PL-1";
  line.from = Id<Bus>(1);
  line.to = Id<Bus>(2);
  line.length = Metres(85.0);
  fill<PowerLine>(park.power_lines, {line});
  Transformer transformer;
  transformer.id = "TR-1";
  transformer.high = Id<Bus>(0);
  transformer.low = Id<Bus>(1);
  transformer.tap_position = -2;
  transformer.high_rated = Kilovolts(115);
  transformer.low_rated = Kilovolts(10.5);
  transformer.phase_shift = Degrees(30);
  transformer.no_load_loss = Kilowatts(18);
  transformer.no_load_current_percent = 0.4;
  fill<Transformer>(park.transformers, {transformer});
  PowerLoad chargers;
  chargers.id = "LD-1";
  chargers.bus = Id<Bus>(1);
  chargers.enterprise = Id<Enterprise>(0);
  chargers.peak_power = Kilowatts(800);
  chargers.power_factor = 0.93;
  chargers.leading = true;
  fill<PowerLoad>(park.power_loads, {chargers});
  Generator roof;
  roof.id = "PV-1";
  roof.bus = Id<Bus>(1);
  roof.building = Id<Building>(0);
  roof.rated_power = Kilowatts(250);
  fill<Generator>(park.generators, {roof});
  fill<Storage>(park.storages, {{"ST-1", Id<Bus>(1), KilowattHours(2000), Kilowatts(1000), 0.9}});
}

}  // namespace

Park sample_park() {
  Park park;
  park.site = Part<Site>(sample_site());
  park.terrain = Part<Terrain>(sample_terrain());
  park.weather = Part<Weather>(sample_weather());
  add_land(park);
  add_people(park);
  add_networks(park);
  add_energy(park);
  add_energy_uses(park);
  return park;
}

TemporaryFolder::TemporaryFolder() {
  const auto* test = ::testing::UnitTest::GetInstance()->current_test_info();
  path_ = std::filesystem::temp_directory_path() /
          ("parktwin-" + std::to_string(::getpid()) + "-" + test->test_suite_name() + "-" + test->name());
  std::filesystem::remove_all(path_);
  std::filesystem::create_directories(path_);
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

SampleFolder::SampleFolder() { write_park_folder(sample_park(), path()); }

std::vector<std::string> SampleFolder::problems() const { return problems_of(path()); }

std::vector<std::string> problems_of(const std::filesystem::path& folder) {
  std::vector<std::string> lines;
  try {
    (void)read_park_folder(folder);
  } catch (const InputError& error) {
    for (auto problem : error.problems()) {
      const std::string prefix = folder.string() + "/";
      if (problem.file.starts_with(prefix)) problem.file.erase(0, prefix.size());
      if (const auto bracket = problem.message.find(" ("); problem.message.ends_with(")") && problem.message.starts_with("cannot be")) {
        EXPECT_GT(problem.message.size(), bracket + 8) << "GDAL gave no reason";
        problem.message.erase(bracket);
      }
      lines.push_back(to_string(problem));
    }
  }
  return lines;
}

std::string text_of_file(const std::filesystem::path& file) {
  std::ifstream stream(file, std::ios::binary);
  EXPECT_TRUE(stream.good()) << file;
  return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

void write_file(const std::filesystem::path& file, const std::string& text) { std::ofstream(file, std::ios::binary) << text; }

void replace_in_file(const std::filesystem::path& file, const std::string& old_text, const std::string& new_text) {
  std::string text = text_of_file(file);
  const auto at = text.find(old_text);
  ASSERT_NE(at, std::string::npos) << old_text << " not in " << file;
  write_file(file, text.replace(at, old_text.size(), new_text));
}

}  // namespace parktwin::importers::testing
