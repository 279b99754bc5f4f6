#include "engine/storage/metered_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

#include "engine/core/errors.h"
#include "engine/storage/hdf5_objects.h"

namespace parktwin::storage {
namespace {

constexpr std::int32_t day_min = 1440;

/// Minutes since 1970 of "2025-01-01 00:00"; none: no such time.
std::optional<std::int64_t> minute_of(const std::string& text) {
  const auto number = [&](std::size_t from, std::size_t length) {
    int value = -1;
    const char* begin = text.data() + from;
    const auto [end, error] = std::from_chars(begin, begin + length, value);
    return error == std::errc() && end == begin + length ? value : -1;
  };
  if (text.size() != 16 || text[4] != '-' || text[7] != '-' || text[10] != ' ' || text[13] != ':') return std::nullopt;
  const std::chrono::year_month_day date(std::chrono::year(number(0, 4)), std::chrono::month(static_cast<unsigned>(number(5, 2))),
                                         std::chrono::day(static_cast<unsigned>(number(8, 2))));
  const int hour = number(11, 2);
  const int minute = number(14, 2);
  if (number(0, 4) < 0 || !date.ok() || hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
  return std::chrono::sys_days(date).time_since_epoch().count() * std::int64_t{day_min} + hour * 60 + minute;
}

std::vector<std::string> names_in(hid_t root) {
  std::vector<std::string> names;
  H5G_info_t info{};
  hdf5::require(H5Gget_info(root, &info), "cannot list the root group");
  for (hsize_t i = 0; i < info.nlinks; ++i) {
    const ssize_t size =
        hdf5::require(H5Lget_name_by_idx(root, ".", H5_INDEX_NAME, H5_ITER_INC, i, nullptr, 0, H5P_DEFAULT), "cannot list");
    std::string name(static_cast<std::size_t>(size) + 1, '\0');
    hdf5::require(H5Lget_name_by_idx(root, ".", H5_INDEX_NAME, H5_ITER_INC, i, name.data(), name.size(), H5P_DEFAULT), "cannot list");
    name.pop_back();
    names.push_back(std::move(name));
  }
  return names;
}

energy::MeteredSeries series_of(hid_t root, const std::string& meter) {
  const hdf5::Handle dataset = hdf5::open_dataset(root, meter);
  if (hdf5::shape_of(dataset.get()).size() != 1) throw hdf5::Failure("expected one dimension, time");
  energy::MeteredSeries series;
  series.meter = meter;
  series.first = hdf5::read_text_attribute(dataset.get(), "first");
  series.step_min = hdf5::read_attribute<std::int32_t>(dataset.get(), "step_min");
  const auto first = minute_of(series.first);
  if (!first) throw hdf5::Failure("attribute first: found \"" + series.first + "\", expected a time such as 2025-01-01 00:00");
  if (series.step_min <= 0 || day_min % series.step_min != 0)
    throw hdf5::Failure(fmt::format("attribute step_min: found {}, expected minutes that divide a day", series.step_min));
  series.kw = hdf5::read_numbers<double>(dataset.get());
  if (series.kw.size() < 2) throw hdf5::Failure("has fewer than two readings, expected a series");
  const auto gap = std::find_if_not(series.kw.begin(), series.kw.end(), [](double kw) { return std::isfinite(kw); });
  if (gap != series.kw.end())
    throw hdf5::Failure(fmt::format("reading {} is no number, expected a series without gaps", gap - series.kw.begin()));
  series.year = std::stoi(series.first.substr(0, 4));
  const auto end = *first + static_cast<std::int64_t>(series.kw.size()) * series.step_min;
  series.whole_year = minute_of(fmt::format("{:04}-01-01 00:00", series.year)) == first &&
                      minute_of(fmt::format("{:04}-01-01 00:00", series.year + 1)) == end;
  return series;
}

}  // namespace

bool names_hdf5(const std::filesystem::path& file) { return file.extension() == ".h5" || file.extension() == ".hdf5"; }

std::vector<energy::MeteredSeries> read_metered_file(const std::filesystem::path& file) {
  const std::string name = file.string();
  std::error_code unreadable;
  if (!std::filesystem::is_regular_file(file, unreadable)) throw InputError(name, "", "cannot be read, expected an HDF5 file of meters");
  const hdf5::Session session;
  if (H5Fis_hdf5(name.c_str()) <= 0) throw InputError(name, "", "found no HDF5 file, expected one of meters");
  Problems problems;
  std::vector<energy::MeteredSeries> all;
  try {
    const hdf5::Handle opened(H5Fopen(name.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "the HDF5 file is truncated or damaged");
    const hdf5::Handle root(H5Gopen2(opened.get(), "/", H5P_DEFAULT), "cannot open the root group");
    for (const auto& meter : names_in(root.get())) {
      try {
        all.push_back(series_of(root.get(), meter));
      } catch (const hdf5::Failure& failure) {
        problems.add(name, "dataset " + meter, failure.what());
      }
    }
  } catch (const hdf5::Failure& failure) {
    problems.add(name, "", failure.what());
  }
  if (all.empty() && problems.empty()) problems.add(name, "", "has no datasets, expected one per meter");
  problems.throw_if_any();
  return all;
}

}  // namespace parktwin::storage
