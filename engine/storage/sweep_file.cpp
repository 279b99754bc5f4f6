#include "engine/storage/sweep_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <span>

#include "engine/core/check.h"
#include "engine/core/errors.h"
#include "engine/core/hash.h"
#include "engine/core/whole_file.h"
#include "engine/storage/described_json.h"
#include "engine/storage/hdf5_image.h"
#include "engine/storage/hdf5_objects.h"

namespace parktwin::storage {
namespace {

constexpr double nothing = std::numeric_limits<double>::quiet_NaN();

std::string line_of(const std::string& content) { return content_hash(content).hex() + " " + content + "\n"; }

/// The content of a whole line with the right checksum.
bool read_line(std::string_view line, std::string& content) {
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return false;
  content = line.substr(space + 1);
  return content_hash(content).hex() == line.substr(0, space);
}

std::string text_of(const SweepRow& row) {
  Json values = Json::array();
  for (const double value : row.values) values.push_back(std::isfinite(value) ? Json(value) : Json(nullptr));
  return Json::array({row.scenario, values, row.failure}).dump(-1, ' ', true, Json::error_handler_t::replace);
}

/// None when the text is not what text_of makes, whatever its checksum says.
std::optional<SweepRow> row_of(const std::string& text) {
  const Json json = Json::parse(text, nullptr, false);
  if (!json.is_array() || json.size() != 3 || !json[0].is_number_unsigned() || !json[1].is_array() || !json[2].is_string())
    return std::nullopt;
  SweepRow row{json[0].get<std::size_t>(), {}, json[2].get<std::string>()};
  for (const auto& value : json[1]) {
    if (!value.is_null() && !value.is_number()) return std::nullopt;
    row.values.push_back(value.is_null() ? nothing : value.get<double>());
  }
  return row;
}

[[noreturn]] void fail(const std::filesystem::path& file, const char* what) {
  throw OutputError(file.string(), std::string(what) + ": " + std::strerror(errno));
}

template <class T>
std::vector<T> flat(const std::vector<std::vector<T>>& rows) {
  std::vector<T> all;
  for (const auto& row : rows) all.insert(all.end(), row.begin(), row.end());
  return all;
}

}  // namespace

SweepFile::SweepFile(std::filesystem::path file, SweepHeader header)
    : file_(std::move(file)), lines_(file_.string() + ".rows"), header_(std::move(header)) {
  PARKTWIN_CHECK(header_.seeds.size() == header_.samples.size(), "one seed per scenario");
  read_file();
  read_lines();
}

SweepFile::~SweepFile() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void SweepFile::take(SweepRow row) {
  if (row.scenario >= header_.samples.size() || (row.failure.empty() && row.values.size() != header_.outputs.size())) {
    throw InputError(lines_.string(), "scenario " + std::to_string(row.scenario), "does not fit this sweep");
  }
  const std::size_t scenario = row.scenario;
  rows_.emplace(scenario, std::move(row));
}

// The lines of a run that was stopped; what follows the last whole one is cut off.
void SweepFile::read_lines() {
  const std::string begin = line_of("parktwin sweep " + header_.identity);
  const std::string text = read_whole(lines_).value_or("");
  std::size_t good = 0;
  std::string content;
  for (std::size_t end = text.find('\n'); end != std::string::npos; end = text.find('\n', good)) {
    if (!read_line(std::string_view(text).substr(good, end - good), content)) break;
    if (good == 0) {
      if (text.substr(0, end + 1) != begin) throw InputError(lines_.string(), "", "holds the rows of another sweep; name another file");
    } else {
      auto row = row_of(content);
      if (!row) throw InputError(lines_.string(), "byte " + std::to_string(good), "is no row of a sweep; remove the file, or name another");
      take(std::move(*row));
    }
    good = end + 1;
  }
  descriptor_ = ::open(lines_.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0644);
  if (descriptor_ < 0) fail(lines_, "cannot be opened for writing");
  if (::ftruncate(descriptor_, static_cast<off_t>(good)) != 0) fail(lines_, "cannot be cut to its last whole row");
  if (good == 0 && ::write(descriptor_, begin.data(), begin.size()) != static_cast<ssize_t>(begin.size())) {
    fail(lines_, "cannot be written");
  }
}

void SweepFile::append(const SweepRow& row) {
  PARKTWIN_CHECK(!rows_.contains(row.scenario), "a scenario has one row");
  const std::string line = line_of(text_of(row));
  for (std::size_t done = 0; done < line.size();) {
    const ssize_t written = ::write(descriptor_, line.data() + done, line.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(lines_, "cannot write a row");
    done += static_cast<std::size_t>(written);
  }
  if (::fdatasync(descriptor_) != 0 && errno != EINVAL) fail(lines_, "cannot write a row");
  take(row);
}

std::vector<std::byte> SweepFile::image() const {
  const hdf5::Session session;
  const hdf5::Handle file = hdf5::create_file_in_memory();
  {
    const hdf5::Handle root(H5Gopen2(file.get(), "/", H5P_DEFAULT), "cannot open the root group");
    hdf5::write_attribute(root.get(), "format", std::string("parktwin sweep"));
    hdf5::write_attribute(root.get(), "name", header_.name);
    hdf5::write_attribute(root.get(), "sweep_text", header_.text);
    hdf5::write_attribute(root.get(), "identity", header_.identity);
    const std::size_t count = header_.samples.size();
    std::vector<double> values(count * header_.outputs.size(), nothing);
    std::vector<std::uint8_t> finished(count, 0);
    std::vector<std::string> failures(count);
    for (const auto& [scenario, row] : rows_) {
      finished[scenario] = 1;
      failures[scenario] = row.failure;
      std::copy(row.values.begin(), row.values.end(), values.begin() + static_cast<std::ptrdiff_t>(scenario * header_.outputs.size()));
    }
    hdf5::write_texts(root.get(), "factors", header_.factors, {header_.factors.size()});
    hdf5::write_texts(root.get(), "outputs", header_.outputs, {header_.outputs.size()});
    hdf5::write_numbers(root.get(), "samples", flat(header_.samples), {count, header_.factors.size()});
    hdf5::write_numbers(root.get(), "seeds", header_.seeds, {count});
    hdf5::write_numbers(root.get(), "finished", finished, {count});
    hdf5::write_texts(root.get(), "failures", failures, {count});
    hdf5::write_numbers(root.get(), "values", values, {count, header_.outputs.size()});
  }
  return hdf5::image_of(file);
}

void SweepFile::read_file() {
  std::error_code unreadable;
  if (!std::filesystem::exists(file_, unreadable)) return;
  const hdf5::Session session;
  try {
    const hdf5::Handle handle(H5Fopen(file_.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "no complete HDF5 file");
    const hdf5::Handle root(H5Gopen2(handle.get(), "/", H5P_DEFAULT), "cannot open the root group");
    if (hdf5::read_text_attribute(root.get(), "identity") != header_.identity) {
      throw InputError(file_.string(), "", "holds another sweep; name another file");
    }
    const auto finished = hdf5::read_numbers<std::uint8_t>(hdf5::open_dataset(root.get(), "finished").get());
    const auto failures = hdf5::read_texts(hdf5::open_dataset(root.get(), "failures").get());
    const auto values = hdf5::read_numbers<double>(hdf5::open_dataset(root.get(), "values").get());
    const std::size_t width = header_.outputs.size();
    if (finished.size() != header_.samples.size() || failures.size() != finished.size() || values.size() != finished.size() * width) {
      throw hdf5::Failure("holds another number of scenarios than the sweep");
    }
    for (std::size_t i = 0; i < finished.size(); ++i) {
      if (finished[i] == 0) continue;
      const auto row = std::span(values).subspan(i * width, width);
      take({i, failures[i].empty() ? std::vector<double>(row.begin(), row.end()) : std::vector<double>(), failures[i]});
    }
  } catch (const hdf5::Failure& failure) {
    throw InputError(file_.string(), "", std::string("is no file of this sweep; name another (") + failure.what() + ")");
  }
}

void SweepFile::finish() {
  try {
    const auto bytes = image();
    write_whole(std::string(reinterpret_cast<const char*>(bytes.data()), bytes.size()), file_);
  } catch (const hdf5::Failure& failure) {
    throw OutputError(file_.string(), failure.what());
  }
  std::error_code ignored;  // rows that stay are the same once more
  std::filesystem::remove(lines_, ignored);
}

}  // namespace parktwin::storage
