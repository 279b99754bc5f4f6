#pragma once
// The thresholds a metric is taken with. The official text leaves them open, so a pack states them for each clause and each alternative.
#include "engine/criteria/coverage.h"

namespace parktwin::criteria {

struct Rule {
  CoverageRule coverage;
  double minimum_premises_share_percent = 80.0;  ///< an enterprise has 5G access when this share of its premises is covered
  double minimum_map_share_percent = 80.0;       ///< the park's map of industries and its profiles work with this share of the enterprises
};

template <class Visitor, DescribedAs<Rule> Self>
void describe(Visitor&& visit, Self& rule) {
  visit(Field{"minimum_rsrp_dbm", "dBm", "smallest SS-RSRP of covered ground", -150, -40}, rule.coverage.minimum_rsrp);
  visit(Field{"minimum_sinr_db", "dB", "smallest SS-SINR of covered ground", -20, 40}, rule.coverage.minimum_sinr);
  visit(Field{"shadowing_margin_deviations", "1",
              "RSRP above its minimum, in standard deviations of shadow fading; 1.645 is 95 % of places", 0, 5},
        rule.coverage.shadowing_margin_deviations);
  visit(Field{"minimum_premises_share_percent", "%", "share of an enterprise's premises that 5G must cover to count as its access", 0, 100},
        rule.minimum_premises_share_percent);
  visit(Field{"minimum_map_share_percent", "%",
              "share of the enterprises that a map of industries, and profiles, must hold to count as working", 0, 100},
        rule.minimum_map_share_percent);
}

}  // namespace parktwin::criteria
