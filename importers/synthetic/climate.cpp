#include "importers/synthetic/climate.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

#include "engine/core/random.h"
#include "engine/simulators/energy/solar/plane_irradiance.h"

namespace parktwin::importers::synthetic {
namespace {

constexpr std::array<std::size_t, 12> days_of_month = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
constexpr std::size_t days_of_year = 365;
constexpr std::uint32_t climate_stream = 4101;
constexpr int sun_year = 2023;
constexpr double day_to_day = 0.65;      ///< correlation of temperatures of consecutive days: assumption
constexpr double winter_spread_k = 3.2;  ///< standard deviation of daily means: assumption
constexpr double summer_spread_k = 1.9;
constexpr double coldest_hour = 5.5;
constexpr double warmest_hour = 14.5;
constexpr double clearest = 0.76;  ///< clearness of the clearest day
constexpr double darkest = 0.06;

/// One series of independent standard normal numbers per use.
enum class Use : std::uint32_t { temperature, clearness, cloud, wind, gust };

double normal(std::uint64_t seed, Use use, std::size_t number) {
  return RandomSequence(seed, climate_stream, static_cast<std::uint32_t>(use)).normal(static_cast<std::uint32_t>(number));
}

/// What a text with that many digits says: the park reads back as it was made.
double with_digits(double value, double per_unit) { return std::round(value * per_unit) / per_unit; }

class Climate {
 public:
  Climate(std::uint64_t seed, Degrees latitude, Degrees longitude) : seed_(seed) {
    weather_.place = "Lanting (invented)";
    weather_.source = "parktwin generate from monthly means of Shanghai-Hongqiao TMYx";
    weather_.latitude = Degrees(std::round(latitude.value() * 1e4) / 1e4);
    weather_.longitude = Degrees(std::round(longitude.value() * 1e4) / 1e4);
    weather_.elevation = Metres(4.0);
    sun_ = energy::solar::sun_of_year({weather_.latitude.value(), weather_.longitude.value(), 4.0}, sun_year, weather_.time_zone_h, 1);
    for (std::size_t month = 0, day = 0; month < days_of_month.size(); ++month) {
      first_day_[month] = day;
      for (std::size_t i = 0; i < days_of_month[month]; ++i, ++day) month_of_day_.push_back(month);
    }
  }

  Weather draw() {
    draw_clearness();
    draw_light();
    draw_temperature();
    draw_humidity();
    draw_wind();
    weather_.pressure_pa.assign(hours_per_year, 101300.0);
    return std::move(weather_);
  }

 private:
  /// Above the atmosphere on a level surface, W/m².
  [[nodiscard]] double above_w_per_m2(std::size_t hour) const { return sine(hour) * energy::solar::extraterrestrial_w_per_m2(sun_[hour]); }
  [[nodiscard]] double sine(std::size_t hour) const { return std::max(0.0, std::cos(sun_[hour].zenith_deg * std::numbers::pi / 180.0)); }

  /// Days' clearness, moved within a month until it has its irradiation.
  void draw_clearness() {
    clearness_.resize(days_of_year);
    for (std::size_t month = 0; month < days_of_month.size(); ++month) {
      const std::size_t first = first_day_[month];
      const std::size_t last = first + days_of_month[month];
      std::vector<double> above(days_of_year, 0.0);
      for (std::size_t hour = first * 24; hour < last * 24; ++hour) above[hour / 24] += above_w_per_m2(hour);
      const auto with = [&](double shift) {
        double sum_kwh = 0.0;
        for (std::size_t day = first; day < last; ++day) {
          clearness_[day] = darkest + (clearest - darkest) / (1.0 + std::exp(-1.3 * normal(seed_, Use::clearness, day) - shift));
          sum_kwh += clearness_[day] * above[day] / 1000.0;
        }
        return sum_kwh;
      };
      double low = -10.0;
      double high = 10.0;
      for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        (with(middle) < normals()[month].irradiation_kwh_per_m2 ? low : high) = middle;
      }
    }
  }

  /// Hours vary around their day; what they lose or win together is given back.
  void draw_light() {
    for (std::size_t day = 0; day < days_of_year; ++day) {
      std::array<double, 24> factor{};
      double with = 0.0;
      double all = 0.0;
      for (std::size_t i = 0; i < 24; ++i) {
        const std::size_t hour = day * 24 + i;
        const double restless = 0.45 * clearness_[day] * (clearest - clearness_[day]) / (clearest * clearest);
        factor[i] = std::clamp(1.0 + restless * 2.0 * normal(seed_, Use::cloud, hour), 0.3, 1.6);
        with += factor[i] * above_w_per_m2(hour);
        all += above_w_per_m2(hour);
      }
      for (std::size_t i = 0; i < 24; ++i) {
        const std::size_t hour = day * 24 + i;
        const double clearness = std::min(0.85, clearness_[day] * factor[i] * all / with);
        const double global = clearness * above_w_per_m2(hour);
        const double diffuse = global * diffuse_share(clearness);
        const bool low_sun = sine(hour) < 0.05;  // the beam would be a quotient of two small numbers
        weather_.global_horizontal_w_per_m2.push_back(with_digits(global, 1.0));
        weather_.diffuse_horizontal_w_per_m2.push_back(with_digits(low_sun ? global : diffuse, 1.0));
        weather_.direct_normal_w_per_m2.push_back(low_sun ? 0.0 : with_digits((global - diffuse) / sine(hour), 1.0));
      }
    }
  }

  /// Normals of a day, between the middles of months.
  [[nodiscard]] double of_day(std::size_t day, double MonthNormals::*value) const {
    const std::size_t month = month_of_day_[day];
    const double place = (static_cast<double>(day - first_day_[month]) + 0.5) / static_cast<double>(days_of_month[month]) - 0.5;
    const std::size_t other = place < 0.0 ? (month + 11) % 12 : (month + 1) % 12;
    return normals()[month].*value + std::abs(place) * (normals()[other].*value - normals()[month].*value);
  }

  void draw_temperature() {
    std::vector<double> mean(days_of_year);
    std::vector<double> range(days_of_year);
    double state = normal(seed_, Use::temperature, days_of_year);
    for (std::size_t day = 0; day < days_of_year; ++day) {
      state = day_to_day * state + std::sqrt(1.0 - day_to_day * day_to_day) * normal(seed_, Use::temperature, day);
      const double middle = 0.5 * (of_day(day, &MonthNormals::low_c) + of_day(day, &MonthNormals::high_c));
      const double warmth = std::clamp((middle - 5.0) / 23.0, 0.0, 1.0);
      mean[day] = middle + (winter_spread_k + warmth * (summer_spread_k - winter_spread_k)) * state;
      range[day] = 0.4 + clearness_[day] / 0.42;  // clear days warm up more
    }
    for (std::size_t month = 0; month < days_of_month.size(); ++month) {
      const MonthNormals& normal_month = normals()[month];
      double mean_sum = 0.0;
      double range_sum = 0.0;
      const auto days = static_cast<double>(days_of_month[month]);
      for (std::size_t day = first_day_[month]; day < first_day_[month] + days_of_month[month]; ++day) {
        mean_sum += mean[day];
        range_sum += range[day];
      }
      const double shift = 0.5 * (normal_month.low_c + normal_month.high_c) - mean_sum / days;
      const double scale = (normal_month.high_c - normal_month.low_c) * days / range_sum;
      for (std::size_t day = first_day_[month]; day < first_day_[month] + days_of_month[month]; ++day)
        add_day(mean[day] + shift, range[day] * scale);
    }
  }

  void add_day(double mean_c, double range_k) {
    for (int hour = 1; hour <= 24; ++hour) {
      const bool rising = hour >= coldest_hour && hour <= warmest_hour;
      const double warming_h = warmest_hour - coldest_hour;
      const double since = rising ? hour - coldest_hour : std::fmod(hour - warmest_hour + 24.0, 24.0);
      const double phase = std::cos(std::numbers::pi * since / (rising ? warming_h : 24.0 - warming_h));
      const double offset = 0.5 * range_k * (rising ? -phase : phase);
      weather_.temperature_c.push_back(with_digits(mean_c + offset, 10.0));
      offset_k_.push_back(offset);
    }
  }

  /// Within a day 4 % less for every kelvin warmer: assumption, of the vapour staying nearly the same.
  void draw_humidity() {
    for (std::size_t month = 0; month < days_of_month.size(); ++month) {
      const std::size_t first = first_day_[month] * 24;
      const std::size_t last = first + days_of_month[month] * 24;
      const auto at = [&](std::size_t hour, double level) { return std::clamp(level * std::exp(-0.04 * offset_k_[hour]), 15.0, 99.0); };
      double low = 15.0;
      double high = 150.0;
      for (int i = 0; i < 60; ++i) {
        const double middle = 0.5 * (low + high);
        double sum = 0.0;
        for (std::size_t hour = first; hour < last; ++hour) sum += at(hour, middle);
        (sum < normals()[month].humidity_percent * static_cast<double>(last - first) ? low : high) = middle;
      }
      for (std::size_t hour = first; hour < last; ++hour) weather_.relative_humidity_percent.push_back(with_digits(at(hour, low), 1.0));
    }
  }

  void draw_wind() {
    std::vector<double> speed(hours_per_year);
    double state = normal(seed_, Use::wind, hours_per_year);
    for (std::size_t hour = 0; hour < hours_per_year; ++hour) {
      state = 0.93 * state + std::sqrt(1.0 - 0.93 * 0.93) * normal(seed_, Use::wind, hour);
      const double daily = 1.0 + 0.25 * std::sin(std::numbers::pi * (static_cast<double>(hour % 24) - 8.0) / 12.0);
      speed[hour] = daily * std::exp(0.5 * state + 0.12 * normal(seed_, Use::gust, hour));
    }
    for (std::size_t month = 0; month < days_of_month.size(); ++month) {
      double sum = 0.0;
      const std::size_t first = first_day_[month] * 24;
      const std::size_t last = first + days_of_month[month] * 24;
      for (std::size_t hour = first; hour < last; ++hour) sum += speed[hour];
      const double scale = normals()[month].wind_m_per_s * static_cast<double>(last - first) / sum;
      for (std::size_t hour = first; hour < last; ++hour)
        weather_.wind_speed_m_per_s.push_back(with_digits(std::min(30.0, speed[hour] * scale), 10.0));
    }
  }

  std::uint64_t seed_;
  Weather weather_;
  std::vector<energy::solar::SunPosition> sun_;
  std::array<std::size_t, 12> first_day_{};
  std::vector<std::size_t> month_of_day_;
  std::vector<double> clearness_;
  std::vector<double> offset_k_;  // of each hour from its day's mean temperature
};

}  // namespace

const std::array<MonthNormals, 12>& normals() {
  static constexpr std::array<MonthNormals, 12> shanghai = {{{1.07, 8.65, 89.38, 71.38, 3.627},
                                                             {2.69, 10.35, 93.90, 67.97, 3.576},
                                                             {5.94, 13.59, 121.69, 65.48, 3.982},
                                                             {11.42, 19.90, 150.50, 65.09, 3.422},
                                                             {17.38, 24.45, 157.42, 70.43, 3.833},
                                                             {20.90, 28.30, 137.90, 82.44, 3.876},
                                                             {25.46, 32.34, 165.13, 80.64, 2.621},
                                                             {25.39, 32.24, 161.30, 79.09, 2.147},
                                                             {21.83, 28.13, 122.12, 78.64, 4.448},
                                                             {15.66, 23.06, 106.06, 79.86, 3.414},
                                                             {9.58, 17.37, 86.79, 66.42, 2.963},
                                                             {3.59, 11.41, 78.57, 74.87, 2.754}}};
  return shanghai;
}

double diffuse_share(double clearness) {
  if (clearness <= 0.22) return 1.0 - 0.09 * clearness;
  if (clearness > 0.80) return 0.165;
  const double k = clearness;
  return 0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336)));
}

Weather draw_weather(std::uint64_t seed, Degrees latitude, Degrees longitude) { return Climate(seed, latitude, longitude).draw(); }

}  // namespace parktwin::importers::synthetic
