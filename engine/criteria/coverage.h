#pragma once
// Which public ground is served, by what, and which is not: the raster behind the public-area clauses and the map of unserved areas.
#include <array>
#include <cstdint>

#include "engine/core/describe.h"
#include "engine/core/grid.h"
#include "engine/core/units.h"
#include "engine/park/park.h"
#include "engine/run/results.h"

namespace parktwin::criteria {

/// When a place counts as covered by 5G. Defaults: −105 dBm and −3 dB, the operators' drive-test thresholds (secondary source).
struct CoverageRule {
  Dbm minimum_rsrp = Dbm(-105.0);
  Decibel minimum_sinr = Decibel(-3.0);
  double shadowing_margin_deviations = 0.0;  ///< RSRP must exceed its minimum by that many standard deviations of shadow fading
  friend bool operator==(const CoverageRule&, const CoverageRule&) = default;
};

enum class PublicService : std::uint8_t { not_public = 0, radio = 1, wired = 2, unserved = 3 };

/// Whether 5G meets the rule at one map cell, wherever that lies; not where nothing reaches. Precondition: with a margin of shadowing, the
/// map has its deviations.
[[nodiscard]] bool has_5g(const radio::Result& radio, const CoverageRule& rule, std::size_t cell);

/// On the frame of results.radio. Public ground is public zones (without water) and footprints of public buildings inside the boundary.
/// `radio`: 5G meets the rule. `wired`: not by 5G, but where the strongest Wi-Fi access point has a working wire and
/// radio::wifi::served_level, or, of results without a Wi-Fi map, within the service radius of one that has; or inside a public building
/// that has a reachable node.
[[nodiscard]] Grid<std::uint8_t> public_service(const Results& results, const Park& park, const CoverageRule& rule);

/// 1 where a working fixed access serves, whoever owns the ground: as `wired` above, also where 5G does. On the frame of results.radio.
[[nodiscard]] Grid<std::uint8_t> served_by_wire(const Results& results, const Park& park);

/// 1 where 5G meets the rule, on the frame of results.radio.
[[nodiscard]] Grid<std::uint8_t> covered_by_5g(const Results& results, const CoverageRule& rule);

}  // namespace parktwin::criteria
