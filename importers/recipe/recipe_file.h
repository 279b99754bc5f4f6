#pragma once
// A recipe file as typed values: which foreign layer plays which role, which column means what, and the rules for what no layer holds.
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/describe.h"
#include "engine/core/units.h"
#include "engine/park/building.h"
#include "engine/park/enterprise.h"
#include "engine/park/land.h"
#include "importers/park_folder/height_rules.h"
#include "importers/source_mapping/expression.h"

namespace parktwin::importers {

/// A vector layer and how to open it.
struct ForeignLayer {
  std::string file;   ///< relative to the recipe, or the connection string of a database
  std::string layer;  ///< empty: the only one
  std::string where;  ///< OGR attribute filter
  std::string crs;    ///< overrides what the source says
};

template <class Visitor, DescribedAs<ForeignLayer> Self>
void describe(Visitor&& visit, Self& source) {
  visit(Field{.name = "file", .unit = "", .meaning = "file, relative to the recipe, or PG:host=… dbname=… user=…", .required = true},
        source.file);
  visit(Field{"layer", "", "layer of the file; not needed when there is one"}, source.layer);
  visit(Field{"where", "", "attribute filter in OGR SQL"}, source.where);
  visit(Field{"crs", "", "coordinate reference system, when the file does not say"}, source.crs);
}

struct TerrainRule {
  std::string file;
  Metres cell_size = Metres(30.0);
  std::optional<double> lowest_m;  ///< lower values are sea or artefacts and are filled from their neighbours
};

template <class Visitor, DescribedAs<TerrainRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{.name = "file", .unit = "", .meaning = "elevation raster, relative to the recipe", .required = true}, rule.file);
  visit(Field{"cell_size_m", "m", "cell size of the park's terrain", 1, 500}, rule.cell_size);
  visit(Field{"lowest_m", "m", "lower values are sea or artefacts", -500, 9000}, rule.lowest_m);
}

struct ParcelRule {
  ForeignLayer source;
  std::string id_column;  ///< missing and repeated ids get a running number
  std::string land_use_column;
};

template <class Visitor, DescribedAs<ParcelRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{.name = "source", .unit = "", .meaning = "polygons of the plots", .required = true}, rule.source);
  visit(Field{"id_column", "", "column of the id; missing and repeated ids get a running number"}, rule.id_column);
  visit(Field{"land_use_column", "", "column of the use of the land"}, rule.land_use_column);
}

struct SectorMapping {
  std::string value;
  Sector sector = Sector::other;
};

template <class Visitor, DescribedAs<SectorMapping> Self>
void describe(Visitor&& visit, Self& mapping) {
  visit(Field{.name = "value", .unit = "", .meaning = "value in the sector column", .required = true}, mapping.value);
  visit(Field{.name = "sector", .unit = "", .meaning = "our sector", .required = true}, mapping.sector);
}

/// Enterprises are the distinct owners of parcels.
struct EnterpriseRule {
  std::string name_column;
  std::vector<std::string> not_enterprises;  ///< owners that are none; an empty owner never is
  std::string sector_column;
  std::vector<SectorMapping> sectors;
  MegabitsPerSecond required_down = MegabitsPerSecond(100.0);
  MegabitsPerSecond required_up = MegabitsPerSecond(20.0);
  double required_availability = 0.999;
};

template <class Visitor, DescribedAs<EnterpriseRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{.name = "name_column", .unit = "", .meaning = "column of the parcels that names the owner", .required = true},
        rule.name_column);
  visit(Field{"not_enterprises", "", "owners that are no enterprises"}, rule.not_enterprises);
  visit(Field{"sector_column", "", "column of the parcels that names the sector"}, rule.sector_column);
  visit(Field{"sectors", "", "which of their sectors is which of ours"}, rule.sectors);
  visit(Field{"required_down_mbps", "Mbit/s", "access rate each needs, downstream", 0, 1e6}, rule.required_down);
  visit(Field{"required_up_mbps", "Mbit/s", "access rate each needs, upstream", 0, 1e6}, rule.required_up);
  visit(Field{"required_availability", "1", "share of time the access must work", 0, 1}, rule.required_availability);
}

/// Height and use of buildings on parcels of one land use.
struct LandUseHeight {
  std::string land_use;  ///< of the building's parcel; empty: any
  BuildingUse use = BuildingUse::other;
  Metres height = Metres(10.0);
  std::int32_t floors = 1;
};

template <class Visitor, DescribedAs<LandUseHeight> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{"land_use", "", "land use of the building's parcel; empty: any"}, rule.land_use);
  visit(Field{"use", "", "use of the building"}, rule.use);
  visit(Field{"height_m", "m", "height above ground", 1, 600}, rule.height);
  visit(Field{"floors", "", "storeys", 1, 150}, rule.floors);
}

struct BuildingRule {
  ForeignLayer source;
  std::string id_column;
  std::string parcel_column;           ///< id of the parcel; where it names none or several, the parcel under the building counts
  std::string height_column;           ///< measured heights, where there are any
  std::vector<LandUseHeight> heights;  ///< the first that fits counts; none: 10 m, one storey
};

template <class Visitor, DescribedAs<BuildingRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{.name = "source", .unit = "", .meaning = "footprints", .required = true}, rule.source);
  visit(Field{"id_column", "", "column of the id; missing and repeated ids get a running number"}, rule.id_column);
  visit(Field{"parcel_column", "", "column that names the parcel"}, rule.parcel_column);
  visit(Field{"height_column", "", "column of measured heights in metres"}, rule.height_column);
  visit(Field{"heights", "", "heights where none is measured; the first rule that fits counts"}, rule.heights);
}

struct RoadRule {
  ForeignLayer source;
  std::string name_column;
  Metres width = Metres(20.0);
  RoadClass road_class = RoadClass::local;
};

template <class Visitor, DescribedAs<RoadRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{.name = "source", .unit = "", .meaning = "centre lines", .required = true}, rule.source);
  visit(Field{"name_column", "", "column of the name"}, rule.name_column);
  visit(Field{"width_m", "m", "width; the area within half of it is public", 2, 100}, rule.width);
  visit(Field{"class", "", "motorway, arterial or local"}, rule.road_class);
}

/// 5G sites along the roads at a regular distance, three cells each.
struct RadioRule {
  Metres spacing = Metres(500.0);
  Metres height = Metres(30.0);
  Hertz frequency = gigahertz(3.5);
  Hertz bandwidth = megahertz(100.0);
  Dbm transmit_power = Dbm(53.0);
  Degrees downtilt = Degrees(6.0);
  double load = 0.3;
};

template <class Visitor, DescribedAs<RadioRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{"spacing_m", "m", "distance between sites along a road", 50, 10000}, rule.spacing);
  visit(Field{"height_m", "m", "antenna height above ground", 2, 150}, rule.height);
  visit(Field{"frequency_hz", "Hz", "carrier frequency", 0.4e9, 100e9}, rule.frequency);
  visit(Field{"bandwidth_hz", "Hz", "channel bandwidth", 1.4e6, 2e9}, rule.bandwidth);
  visit(Field{"transmit_power_dbm", "dBm", "power per cell", -30, 70}, rule.transmit_power);
  visit(Field{"downtilt_deg", "degree", "electrical downtilt", -30, 60}, rule.downtilt);
  visit(Field{"load", "1", "share of resource elements in use", 0, 1}, rule.load);
}

/// A fibre of its own from the core along the roads to every enterprise and radio site within reach of a connected road.
struct FibreRule {
  Degrees core_longitude;
  Degrees core_latitude;
  Metres reach = Metres(300.0);
  MegabitsPerSecond rate = MegabitsPerSecond(1000.0);  ///< of an enterprise's fibre
  MegabitsPerSecond radio_rate = MegabitsPerSecond(10000.0);
};

template <class Visitor, DescribedAs<FibreRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{.name = "core_longitude_deg",
              .unit = "degree",
              .meaning = "WGS 84 longitude of the core",
              .minimum = -180,
              .maximum = 180,
              .required = true},
        rule.core_longitude);
  visit(Field{.name = "core_latitude_deg",
              .unit = "degree",
              .meaning = "WGS 84 latitude of the core",
              .minimum = -90,
              .maximum = 90,
              .required = true},
        rule.core_latitude);
  visit(Field{"reach_m", "m", "a parcel or mast further from a connected road gets no fibre", 0, 10000}, rule.reach);
  visit(Field{"rate_mbps", "Mbit/s", "rate of an enterprise's fibre", 0, 1e6}, rule.rate);
  visit(Field{"radio_rate_mbps", "Mbit/s", "rate of a radio site's fibre", 0, 1e6}, rule.radio_rate);
}

/// One table of the park from one source; of sources for the same table the earlier one counts where they meet.
struct SourceRule {
  std::string name;
  std::string table;
  ForeignLayer source;
  std::string encoding;
  std::string preset;
  std::string format;                        ///< of sources GDAL does not know (source_formats.h)
  std::string token_file;                    ///< of a source behind an address
  std::map<std::string, Expression> fields;  ///< ours: from theirs
  std::optional<Expression> x;               ///< coordinates in columns, in the CRS of the source
  std::optional<Expression> y;
  std::optional<Expression> x_end;  ///< of a straight line from x and y
  std::optional<Expression> y_end;
  bool distinct = false;  ///< rows with an id that stood before are the same record
  std::optional<Condition> only;
  std::string place;                        ///< in the recipe
  std::map<std::string, Expression> match;  ///< name, address and parcel by which buildings and enterprises find each other
};

/// When a building counts as an enterprise's (enterprise_matching.h).
struct MatchingRule {
  double accept = 0.8;
  double list_from = 0.4;
  std::string confirmed;
};

template <class Visitor, DescribedAs<MatchingRule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{"accept", "1", "confidence from which a building counts as the enterprise's", 0, 1}, rule.accept);
  visit(Field{"list_from", "1", "confidence from which a pair is listed to be confirmed", 0, 1}, rule.list_from);
  visit(Field{"confirmed", "", "CSV of confirmed pairs: building, enterprise"}, rule.confirmed);
}

/// What stands in where no source says it.
struct MissingRules {
  HeightRules heights = usual_height_rules();
  std::map<BuildingUse, WallMaterial> materials;
  std::vector<SectorMapping> sectors;  ///< value: a part of the enterprise's name
};

struct Recipe {
  std::string recipe;  ///< name of the recipe
  std::string name;
  std::string name_zh;
  std::string crs;
  std::string data_date;
  std::string note;
  Metres boundary_closing = Metres(50.0);  ///< gaps up to twice this between parcels and roads belong to the park
  std::optional<TerrainRule> terrain;
  std::optional<ForeignLayer> boundary;  ///< only what lies inside is taken
  std::optional<ParcelRule> parcels;
  std::optional<EnterpriseRule> enterprises;
  std::optional<BuildingRule> buildings;
  std::optional<RoadRule> roads;
  std::optional<RadioRule> radio_sites;
  std::optional<FibreRule> fibre;
  std::optional<MatchingRule> matching;
  std::filesystem::path file;  ///< where it was read from; not a key
  std::vector<SourceRule> sources;
  MissingRules missing;
};

template <class Visitor, DescribedAs<Recipe> Self>
void describe(Visitor&& visit, Self& recipe) {
  visit(Field{.name = "recipe", .unit = "", .meaning = "name of the recipe", .required = true}, recipe.recipe);
  visit(Field{.name = "name", .unit = "", .meaning = "name of the park in English", .required = true}, recipe.name);
  visit(Field{"name_zh", "", "name of the park in Chinese"}, recipe.name_zh);
  visit(Field{.name = "crs", .unit = "", .meaning = "metric projected coordinate reference system of the park", .required = true},
        recipe.crs);
  visit(Field{"data_date", "", "date the sources stand for, YYYY-MM-DD"}, recipe.data_date);
  visit(Field{"note", "", "remark"}, recipe.note);
  visit(Field{"boundary_closing_m", "m", "gaps up to twice this between parcels and roads belong to the park", 0, 1000},
        recipe.boundary_closing);
  visit(Field{"terrain", "", "elevation"}, recipe.terrain);
  visit(Field{"boundary", "", "area of the park: only what lies inside is taken"}, recipe.boundary);
  visit(Field{"parcels", "", "plots of land"}, recipe.parcels);
  visit(Field{"enterprises", "", "owners of parcels"}, recipe.enterprises);
  visit(Field{"buildings", "", "buildings"}, recipe.buildings);
  visit(Field{"roads", "", "roads, which are public areas"}, recipe.roads);
  visit(Field{"radio_sites", "", "5G sites along the roads, by rule"}, recipe.radio_sites);
  visit(Field{"fibre", "", "fibre along the roads, by rule"}, recipe.fibre);
  visit(Field{"matching", "", "how sources with match find which enterprise uses which building"}, recipe.matching);
}

/// Throws InputError with every problem of the file.
[[nodiscard]] Recipe read_recipe_file(const std::filesystem::path& file);

}  // namespace parktwin::importers
