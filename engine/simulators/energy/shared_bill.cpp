#include "engine/simulators/energy/shared_bill.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

namespace parktwin::energy {
namespace {

constexpr std::size_t months = 12;
constexpr double kwh_per_mwh = 1e3;

/// What one payer draws: per month and period, and in the quarter-hour of the month's peak.
struct Drawn {
  std::array<std::array<double, tariff::period_count>, months> kwh = {};
  std::array<double, months> peak_kw = {};

  [[nodiscard]] double month_kwh(std::size_t month) const {
    double sum = 0.0;
    for (const double value : kwh[month]) sum += value;
    return sum;
  }
};

std::array<std::size_t, months> peak_steps(const Series& series, const tariff::PriceYear& prices) {
  std::array<std::size_t, months> peaks = {};
  std::array<bool, months> found = {};
  for (std::size_t i = 0; i < series.import_kw.size(); ++i) {
    const auto month = static_cast<std::size_t>(prices.month[i]);
    if (found[month] && series.import_kw[i] <= series.import_kw[peaks[month]]) continue;
    peaks[month] = i;
    found[month] = true;
  }
  return peaks;
}

class Sharing {
 public:
  Sharing(const YearParts& parts, const Series& series, const tariff::PriceYear& prices)
      : prices_(prices), peaks_(peak_steps(series, prices)), drawn_(parts.park.enterprises->size() + 1) {
    for_each_holder(parts, [this](std::size_t e, const HolderSeries& own) {
      std::vector<double> net(own.load_kw);
      for (std::size_t i = 0; i < net.size(); ++i) net[i] = std::max(0.0, net[i] - own.made_kw[i]);
      drawn_[e] = of(net);
    });
    std::vector<double> common(series.loss_kw);
    for (const auto& consumer : parts.loads.consumers) {
      if (consumer.enterprise.valid() || !served(parts.grid, consumer.bus)) continue;
      const auto& profile = parts.loads.profiles[consumer.profile];
      for (std::size_t i = 0; i < common.size(); ++i) common[i] += consumer.mean_kw * profile[i];
    }
    drawn_.back() = of(common);
  }

  /// Parts of every payer in a line of the bill; of the last one alone where nobody draws. `before`: what each pays before tax.
  [[nodiscard]] std::vector<double> shares(const tariff::BillLine& line, const std::vector<double>& before) const {
    const auto month = static_cast<std::size_t>(line.month - 1);
    std::vector<double> weights(drawn_.size(), 0.0);
    for (std::size_t e = 0; e < weights.size(); ++e) weights[e] = line.name == "tax" ? before[e] : weight(drawn_[e], month, line);
    double sum = 0.0;
    for (const double value : weights) sum += value;
    for (double& value : weights) value = sum > 0.0 ? value / sum : 0.0;
    if (!(sum > 0.0)) weights.back() = 1.0;
    return weights;
  }

 private:
  static double weight(const Drawn& drawn, std::size_t month, const tariff::BillLine& line) {
    if (line.unit == "kW" || line.unit == "kVA") return drawn.peak_kw[month];
    for (const auto& period : names_of(tariff::Period{})) {
      if (line.name == "energy, " + std::string(period.name)) return drawn.kwh[month][static_cast<std::size_t>(period.value)];
    }
    return drawn.month_kwh(month);
  }

  [[nodiscard]] Drawn of(const std::vector<double>& kw) const {
    Drawn drawn;
    for (std::size_t i = 0; i < kw.size(); ++i) {
      drawn.kwh[static_cast<std::size_t>(prices_.month[i])][static_cast<std::size_t>(prices_.period[i])] += kw[i] * prices_.step_h;
    }
    for (std::size_t month = 0; month < months; ++month) drawn.peak_kw[month] = kw[peaks_[month]];
    return drawn;
  }

  const tariff::PriceYear& prices_;
  std::array<std::size_t, months> peaks_;
  std::vector<Drawn> drawn_;
};

bool is_energy(const tariff::BillLine& line) { return line.name.starts_with("energy, "); }

}  // namespace

BillShares share_bill(const YearParts& parts, const Series& series, const Purchase& purchase, const Bill& bill) {
  BillShares result;
  if (!bill.reason.empty() || !purchase.prices) return result;
  const Sharing sharing(parts, series, *purchase.prices);
  const std::size_t payers = parts.park.enterprises->size() + 1;
  result.bills.resize(payers);
  for (std::size_t e = 0; e + 1 < payers; ++e) result.bills[e].enterprise = Id<Enterprise>(e);
  std::vector<std::vector<SharedBillLine>> lines(payers);
  std::vector<double> before(payers, 0.0);  // of the month
  std::int32_t month = 0;
  for (const auto& line : bill.lines) {
    if (line.month != month) std::fill(before.begin(), before.end(), 0.0);
    month = line.month;
    const auto shares = sharing.shares(line, before);
    for (std::size_t e = 0; e < payers; ++e) {
      if (shares[e] == 0.0) continue;
      const double amount = line.amount_cny * shares[e];
      lines[e].push_back({result.bills[e].enterprise, line.month, line.name, line.quantity * shares[e], line.unit, line.price_cny, amount});
      before[e] += amount;
      result.bills[e].total_cny += amount;
      if (is_energy(line)) result.bills[e].drawn_mwh += line.quantity * shares[e] / kwh_per_mwh;
    }
  }
  for (auto& one : result.bills) one.share = bill.total_cny > 0.0 ? one.total_cny / bill.total_cny : 0.0;
  for (auto& own : lines) std::move(own.begin(), own.end(), std::back_inserter(result.lines));
  return result;
}

}  // namespace parktwin::energy
