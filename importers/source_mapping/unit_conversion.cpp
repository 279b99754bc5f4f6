#include "importers/source_mapping/unit_conversion.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numbers>

namespace parktwin::importers {
namespace {

struct Unit {
  std::string_view name;
  std::string_view quantity;
  double factor;  ///< to the quantity's own unit
};

// 1 ft = 0.3048 m and 1 mi = 1609.344 m exactly (international yard and pound agreement, 1959); 1 mu = 2000/3 m2.
constexpr auto units = std::to_array<Unit>({{"m", "length", 1.0},
                                            {"cm", "length", 0.01},
                                            {"mm", "length", 0.001},
                                            {"km", "length", 1000.0},
                                            {"ft", "length", 0.3048},
                                            {"'", "length", 0.3048},
                                            {"in", "length", 0.0254},
                                            {"mi", "length", 1609.344},
                                            {"米", "length", 1.0},
                                            {"m2", "area", 1.0},
                                            {"m²", "area", 1.0},
                                            {"ha", "area", 1e4},
                                            {"km2", "area", 1e6},
                                            {"mu", "area", 2000.0 / 3.0},
                                            {"亩", "area", 2000.0 / 3.0},
                                            {"kW", "power", 1.0},
                                            {"W", "power", 1e-3},
                                            {"MW", "power", 1e3},
                                            {"MVA", "apparent power", 1.0},
                                            {"kVA", "apparent power", 1e-3},
                                            {"kWh", "energy", 1.0},
                                            {"MWh", "energy", 1e3},
                                            {"GWh", "energy", 1e6},
                                            {"GJ", "energy", 1e3 / 3.6},
                                            {"万kWh", "energy", 1e4},
                                            {"千瓦时", "energy", 1.0},
                                            {"万千瓦时", "energy", 1e4},
                                            {"度", "energy", 1.0},
                                            {"万度", "energy", 1e4},
                                            {"Mbit/s", "rate", 1.0},
                                            {"kbit/s", "rate", 1e-3},
                                            {"Gbit/s", "rate", 1e3},
                                            {"Hz", "frequency", 1.0},
                                            {"kHz", "frequency", 1e3},
                                            {"MHz", "frequency", 1e6},
                                            {"GHz", "frequency", 1e9},
                                            {"CNY", "money", 1.0},
                                            {"元", "money", 1.0},
                                            {"万元", "money", 1e4},
                                            {"亿元", "money", 1e8},
                                            {"kV", "voltage", 1.0},
                                            {"V", "voltage", 1e-3},
                                            {"kA", "current", 1.0},
                                            {"A", "current", 1e-3},
                                            {"degree", "angle", 1.0},
                                            {"deg", "angle", 1.0},
                                            {"rad", "angle", 180.0 / std::numbers::pi},
                                            {"h", "time", 1.0},
                                            {"min", "time", 1.0 / 60.0},
                                            {"d", "time", 24.0},
                                            {"1", "share", 1.0},
                                            {"%", "share", 0.01},
                                            {"dBm", "level", 1.0},
                                            {"dB", "ratio", 1.0},
                                            {"ohm/km", "resistance per length", 1.0},
                                            {"nF/km", "capacitance per length", 1.0}});

const Unit* unit(std::string_view name) {
  const auto found = std::find_if(units.begin(), units.end(), [name](const Unit& one) { return one.name == name; });
  return found == units.end() ? nullptr : &*found;
}

std::string_view trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t");
  return first == std::string_view::npos ? std::string_view() : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

std::optional<double> converted(double number, std::string_view from, std::string_view to) {
  if (from == "W" && to == "dBm") return number > 0.0 ? std::optional(10.0 * std::log10(1000.0 * number)) : std::nullopt;
  const auto factor = from.empty() ? std::optional(1.0) : unit_factor(from, to);
  if (!factor || !std::isfinite(number)) return std::nullopt;
  return number * *factor;
}

}  // namespace

std::optional<double> unit_factor(std::string_view from, std::string_view to) {
  const Unit* source = unit(from);
  const Unit* target = unit(to);
  if (source == nullptr || target == nullptr || source->quantity != target->quantity) return std::nullopt;
  return source->factor / target->factor;
}

std::optional<double> quantity(const Attribute& value, std::string_view from, std::string_view to) {
  if (const auto* whole = std::get_if<std::int64_t>(&value)) return converted(static_cast<double>(*whole), from, to);
  if (const auto* real = std::get_if<double>(&value)) return converted(*real, from, to);
  const auto* text = std::get_if<std::string>(&value);
  if (text == nullptr) return std::nullopt;
  const auto whole = trimmed(*text);
  double number = 0.0;
  const auto [stop, error] = std::from_chars(whole.data(), whole.data() + whole.size(), number);
  if (error != std::errc()) return std::nullopt;
  const auto rest = whole.substr(static_cast<std::size_t>(stop - whole.data()));
  const auto own = trimmed(rest.substr(0, rest.find(';')));  // of a list, such as the voltages of a station, the first
  return converted(number, own.empty() ? from : own, to);
}

}  // namespace parktwin::importers
