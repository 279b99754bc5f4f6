#include "cli/pareto_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <vector>

#include "cli/plan_table.h"
#include "cli/text_columns.h"

namespace parktwin::cli {
namespace {

using plan::ParetoAxis;
using plan::ParetoFront;
using plan::ParetoPoint;
using plan::ProposalOutcome;

constexpr std::size_t column = 15;
constexpr double width = 720.0;
constexpr double height = 440.0;
constexpr double margin = 72.0;
constexpr double most_ticks = 6.0;

std::vector<ParetoPoint> planned(const ParetoFront& front) {
  std::vector<ParetoPoint> points;
  for (const auto& point : front.points) {
    if (point.outcome != ProposalOutcome::no_plan) points.push_back(point);
  }
  std::stable_sort(points.begin(), points.end(), [](const auto& a, const auto& b) { return a.reached_percent < b.reached_percent; });
  return points;
}

/// From values to places on the page.
struct Scale {
  double low = 0.0;
  double high = 1.0;
  double from = 0.0;
  double to = 1.0;
  double step = 1.0;  ///< between two lines

  void take(double value) {
    low = std::min(low, value);
    high = std::max(high, value);
  }
  /// To whole steps of 1, 2 or 5 times a power of ten.
  void round_out() {
    const double range = high > low ? high - low : std::max(std::abs(high), 1.0);
    const double power = std::pow(10.0, std::floor(std::log10(range / most_ticks)));
    for (const double times : {1.0, 2.0, 5.0, 10.0}) {
      step = times * power;
      if (range / step <= most_ticks) break;
    }
    low = std::floor(low / step) * step;
    high = std::max(std::ceil(high / step) * step, low + step);
  }
  [[nodiscard]] int steps() const { return static_cast<int>(std::lround((high - low) / step)); }
  [[nodiscard]] double at(double value) const { return from + (value - low) / (high > low ? high - low : 1.0) * (to - from); }
};

std::string text_at(double x, double y, const char* anchor, const std::string& text) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor, text);
}

std::string axes(const Scale& across, const Scale& up, const std::string& what, const std::string& cost) {
  std::string svg;
  for (int i = 0; i <= across.steps(); ++i) {
    const double x = across.low + i * across.step;
    svg += fmt::format("<path d=\"M{:.1f} {:.1f}V{:.1f}\" stroke=\"#ddd\"/>\n", across.at(x), up.from, up.to);
    svg += text_at(across.at(x), up.from + 20.0, "middle", fmt::format("{:.6g}", x));
  }
  for (int i = 0; i <= up.steps(); ++i) {
    const double y = up.low + i * up.step;
    svg += fmt::format("<path d=\"M{:.1f} {:.1f}H{:.1f}\" stroke=\"#ddd\"/>\n", across.from, up.at(y), across.to);
    svg += text_at(across.from - 8.0, up.at(y) + 4.0, "end", fmt::format("{:.6g}", std::abs(y) < 1e-9 * up.step ? 0.0 : y));
  }
  return svg + text_at(0.5 * width, height - 16.0, "middle", what) + text_at(margin, margin - 24.0, "start", cost);
}

}  // namespace

std::string pareto_table(const ParetoFront& front, const Session& session) {
  const bool carbon = front.axis == ParetoAxis::carbon;
  const auto head = [&](const char* en, const char* zh) { return right(session.choose(en, zh), column); };
  std::string text = head("asked for", "要求") + head("reached", "达到") + head("value kCNY", "现值 万元") + head("no less than", "下界") +
                     (carbon ? head("t CO2 a year", "年排放 tCO₂") : "") + '\n';
  for (const auto& point : front.points) {
    text += right(fmt::format("{:.2f} %", point.target_percent), column);
    if (point.outcome == ProposalOutcome::no_plan) {
      text += "  " + session.choose("no plan: ", "无方案：") + session.choose(point.reason_en, point.reason_zh) + '\n';
      continue;
    }
    text += right(fmt::format("{:.2f} %", std::floor(point.reached_percent * 100.0 + 1e-6) / 100.0), column) +
            right(money(point.cost_cny, session), column) + right(money(point.lower_bound_cny, session), column);
    if (carbon) text += right(point.emissions_t ? fmt::format("{:.0f}", *point.emissions_t) : "-", column);
    text += (point.dominated ? "  " + session.choose("another plan is better", "被其他方案支配") : std::string()) + '\n';
  }
  return text + (carbon ? session.choose("Share of clean energy; values are less what electricity and gas then cost less.\n",
                                         "清洁能源消费占比；现值已扣减电费与燃气费的节约。\n")
                        : session.choose("Of the thresholds of coverage of the criteria, the least of all clauses.\n",
                                         "相对于标准覆盖门限的比例，取各条款最小值。\n"));
}

std::string pareto_csv(const ParetoFront& front) {
  std::string text = "target_percent,outcome,reached_percent,cost_cny,lower_bound_cny,emissions_t,dominated\n";
  for (const auto& point : front.points) {
    text += fmt::format("{},{},{},{},{},{},{}\n", point.target_percent, name_of(point.outcome), point.reached_percent, point.cost_cny,
                        point.lower_bound_cny, point.emissions_t ? fmt::format("{}", *point.emissions_t) : "", point.dominated);
  }
  return text;
}

std::string pareto_svg(const ParetoFront& front, const Session& session) {
  constexpr double million = 1e6;
  const auto points = planned(front);
  std::string svg = fmt::format(
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {0} {1}\" width=\"{0}\" height=\"{1}\" font-family=\"sans-serif\" "
      "font-size=\"13\">\n<rect width=\"{0}\" height=\"{1}\" fill=\"#fff\"/>\n",
      width, height);
  Scale across{0.0, 0.0, margin, width - margin};
  Scale up{0.0, 0.0, height - margin, margin};
  if (!points.empty()) across.low = across.high = points.front().reached_percent;
  for (const auto& point : points) {
    across.take(point.reached_percent);
    up.take(point.cost_cny / million);
    up.take(point.lower_bound_cny / million);
  }
  across.round_out();
  up.round_out();
  const bool carbon = front.axis == ParetoAxis::carbon;
  svg += text_at(width - margin, margin - 24.0, "end",
                 session.choose("grey bars reach down to what no plan costs less than", "灰线下端：任何方案的造价下限"));
  svg += axes(across, up,
              carbon ? session.choose("clean energy, %", "清洁能源占比（%）")
                     : session.choose("coverage, % of what is asked", "覆盖（占要求的 %）"),
              session.choose("net present value, million CNY", "净现值（百万元）"));
  std::string line;
  for (const auto& point : points) {
    const double x = across.at(point.reached_percent);
    const double y = up.at(point.cost_cny / million);
    const double bound = up.at(point.lower_bound_cny / million);
    if (!point.dominated) line += fmt::format("{}{:.1f} {:.1f}", line.empty() ? "M" : "L", x, y);
    svg += fmt::format("<path d=\"M{0:.1f} {1:.1f}H{2:.1f}M{3:.1f} {1:.1f}V{4:.1f}\" stroke=\"#888\"/>\n", x - 8.0, bound, x + 8.0, x, y);
    svg += fmt::format("<circle cx=\"{:.1f}\" cy=\"{:.1f}\" r=\"5\" fill=\"{}\" stroke=\"#0b5394\"/>\n", x, y,
                       point.dominated ? "#fff" : "#0b5394");
  }
  if (!line.empty()) svg += fmt::format("<path d=\"{}\" fill=\"none\" stroke=\"#0b5394\" stroke-width=\"2\"/>\n", line);
  return svg + "</svg>\n";
}

}  // namespace parktwin::cli
