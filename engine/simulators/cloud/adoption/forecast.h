#pragma once
// What the forecast of cloud adoption says: bands instead of lines, and who is left.
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/core/note.h"
#include "engine/park/park.h"

namespace parktwin::cloud::adoption {

/// The curve that the model was calibrated to.
struct CurveFigures {
  bool fitted = false;
  double innovation_per_year = 0.0;
  double imitation_per_year = 0.0;
  double ceiling = 0.0;
  std::int32_t dated_enterprises = 0;
  double rms_error = 0.0;
};

template <class Visitor, DescribedAs<CurveFigures> Self>
void describe(Visitor&& visit, Self& curve) {
  visit(Field{"fitted", "", "fitted to the years of first contracts"}, curve.fitted);
  visit(Field{"innovation_per_year", "1/year", "coefficient of innovation"}, curve.innovation_per_year);
  visit(Field{"imitation_per_year", "1/year", "coefficient of imitation"}, curve.imitation_per_year);
  visit(Field{"ceiling", "1", "share that ever adopts"}, curve.ceiling);
  visit(Field{"dated_enterprises", "", "enterprises with the year of their first contract"}, curve.dated_enterprises);
  visit(Field{"rms_error", "1", "of the fitted share, over the years"}, curve.rms_error);
}

/// Share of the enterprises at a level at the end of a month; month 0 is today.
struct MonthFigures {
  CloudLevel level = CloudLevel::infrastructure;
  std::int32_t year = 0;
  std::int32_t month = 0;
  double curve = 0.0;
  double mean = 0.0;
  double p10 = 0.0;
  double p50 = 0.0;
  double p90 = 0.0;
};

template <class Visitor, DescribedAs<MonthFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"level", "", "level of cloud use"}, figures.level);
  visit(Field{"year", "", "year"}, figures.year);
  visit(Field{"month", "", "month whose end is meant; the first row of a level is today"}, figures.month);
  visit(Field{"curve", "1", "share by the Bass curve"}, figures.curve);
  visit(Field{"mean", "1", "mean share"}, figures.mean);
  visit(Field{"p10", "1", "share that 10 % of the futures stay below"}, figures.p10);
  visit(Field{"p50", "1", "median share"}, figures.p50);
  visit(Field{"p90", "1", "share that 90 % of the futures stay below"}, figures.p90);
}

/// When a level comes to the target share.
struct LevelFigures {
  CloudLevel level = CloudLevel::infrastructure;
  double share_today = 0.0;
  double probability = 0.0;
  std::optional<std::int32_t> months_p10;
  std::optional<std::int32_t> months_p50;
  std::optional<std::int32_t> months_p90;
};

template <class Visitor, DescribedAs<LevelFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"level", "", "level of cloud use"}, figures.level);
  visit(Field{"share_today", "1", "share today"}, figures.share_today);
  visit(Field{"probability", "1", "share of the futures that reach the target within the horizon"}, figures.probability);
  visit(Field{"months_p10", "", "months from today within which 10 % of the futures reach it; empty: not within the horizon"},
        figures.months_p10);
  visit(Field{"months_p50", "", "the same for half of them"}, figures.months_p50);
  visit(Field{"months_p90", "", "the same for 90 %"}, figures.months_p90);
}

/// A policy against the same futures without it, at the counted level.
struct PolicyFigures {
  Id<CloudPolicy> policy;
  double extra_adopters = 0.0;
  double extra_half_width = 0.0;
  double extra_adopter_years = 0.0;
  double recipients = 0.0;
  double windfall_share = 0.0;
  double cost_cny = 0.0;
  std::optional<double> cost_per_extra_cny;
  double probability_gained = 0.0;
  double variance_reduction = 1.0;
};

template <class Visitor, DescribedAs<PolicyFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"policy", "", "policy"}, figures.policy);
  visit(Field{"extra_adopters", "", "enterprises more on a cloud at the horizon than without it, mean"}, figures.extra_adopters);
  visit(Field{"extra_half_width", "", "half width of its 95 % confidence interval"}, figures.extra_half_width);
  visit(Field{"extra_adopter_years", "year", "years on a cloud that enterprises gain by the horizon, mean"}, figures.extra_adopter_years);
  visit(Field{"recipients", "", "enterprises aimed at that come while it runs, mean"}, figures.recipients);
  visit(Field{"windfall_share", "1", "recipients that would have come by the horizon anyway / recipients"}, figures.windfall_share);
  visit(Field{"cost_cny", "CNY", "fixed cost and cost of recipients, mean"}, figures.cost_cny);
  visit(Field{"cost_per_extra_cny", "CNY", "cost / extra adopters; empty when these are not clearly more than none"},
        figures.cost_per_extra_cny);
  visit(Field{"probability_gained", "1", "probability of the target within the horizon, gained"}, figures.probability_gained);
  visit(Field{"variance_reduction", "", "variance of the extra adopters with independent random numbers / with common ones"},
        figures.variance_reduction);
}

enum class Standing { on_cloud, expected, unconvinced, no_access, data_too_sensitive, no_it_staff, waits_for_supplier };

constexpr auto names_of(Standing) {
  return std::to_array<EnumName<Standing>>({{Standing::on_cloud, "on_cloud"},
                                            {Standing::expected, "expected"},
                                            {Standing::unconvinced, "unconvinced"},
                                            {Standing::no_access, "no_access"},
                                            {Standing::data_too_sensitive, "data_too_sensitive"},
                                            {Standing::no_it_staff, "no_it_staff"},
                                            {Standing::waits_for_supplier, "waits_for_supplier"}});
}

struct EnterpriseFigures {
  Id<Enterprise> enterprise;
  Standing standing = Standing::on_cloud;
  double probability = 1.0;
  std::optional<std::int32_t> months_p50;
};

template <class Visitor, DescribedAs<EnterpriseFigures> Self>
void describe(Visitor&& visit, Self& figures) {
  visit(Field{"enterprise", "", "enterprise"}, figures.enterprise);
  visit(Field{"standing", "", "on a cloud today, expected by the horizon in at least half of the futures, or why not"}, figures.standing);
  visit(Field{"probability", "1", "share of the futures in which it is on a cloud at the horizon"}, figures.probability);
  visit(Field{"months_p50", "", "months from today within which half of the futures have it on a cloud; empty: not by the horizon"},
        figures.months_p50);
}

struct Result {
  bool simulated = false;
  CloudLevel level = CloudLevel::infrastructure;
  double target_share = 0.0;
  std::int32_t replicas = 0;
  CurveFigures curve;
  std::vector<LevelFigures> levels;
  std::vector<MonthFigures> months;
  std::vector<PolicyFigures> policies;
  std::vector<EnterpriseFigures> enterprises;
  std::vector<Note> notes;
};

template <class Visitor, DescribedAs<Result> Self>
void describe(Visitor&& visit, Self& result) {
  visit(Field{"simulated", "", "false: the park has no enterprises"}, result.simulated);
  visit(Field{"level", "", "level that policies and enterprises are judged at"}, result.level);
  visit(Field{"target_share", "1", "share whose month is sought"}, result.target_share);
  visit(Field{"replicas", "", "futures simulated"}, result.replicas);
  visit(Field{"curve", "", "Bass curve calibrated to"}, result.curve);
  visit(Field{"levels", "", "when each level comes to the target"}, result.levels);
  visit(Field{"months", "", "share at each level month by month"}, result.months);
  visit(Field{"policies", "", "what each policy does"}, result.policies);
  visit(Field{"enterprises", "", "who comes and who is left"}, result.enterprises);
  visit(Field{"notes", "", "what a reader should know"}, result.notes);
}

}  // namespace parktwin::cloud::adoption
