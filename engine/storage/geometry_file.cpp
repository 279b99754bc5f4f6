#include "engine/storage/geometry_file.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <new>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include "engine/core/errors.h"
#include "engine/core/hash.h"
#include "engine/core/parallel.h"
#include "engine/simulators/radio/trace_fingerprint.h"
#include "engine/storage/geometry_planes.h"
#include "engine/storage/hdf5_image.h"
#include "engine/storage/hdf5_objects.h"

namespace parktwin::storage {
namespace {

namespace fs = std::filesystem;
using Entry = radio::GeometryCache::Entry;

// The first bytes of the file, left to its writer by HDF5 (a user block): the library reads nothing before these words are right, because a
// damaged file may bring it down.
constexpr std::size_t heading_bytes = 512;
constexpr std::string_view first_words = "parktwin geometries of radio sites\n";
constexpr std::size_t block_bytes = std::size_t{1} << 22;

std::string checksum(const ContentHash& key, const radio::SiteGeometry& geometry) {
  Hasher hasher;
  for (const ContentHash& hash : {key, content_hash_of(geometry)}) {
    hasher.add(hash.low);
    hasher.add(hash.high);
  }
  return hasher.digest().hex();
}

hdf5::Handle root_of(const hdf5::Handle& file) { return {H5Gopen2(file.get(), "/", H5P_DEFAULT), "cannot open the root group"}; }

const hdf5::Shape no_values = {0};

template <class T>
void write_array(hid_t group, const Plane& plane, const std::vector<T>& values, const hdf5::Shape& shape) {
  const hdf5::Handle dataset = hdf5::write_numbers(group, plane.name, values, shape);
  hdf5::write_attribute(dataset.get(), "long_name", std::string(plane.meaning));
  hdf5::write_attribute(dataset.get(), "units", std::string(plane.units));
  if (plane.step != 1.0) hdf5::write_attribute(dataset.get(), "scale_factor", plane.step);
}

void write_geometry(hid_t root, const Entry& entry) {
  const radio::SiteGeometry& geometry = *entry.geometry;
  const hdf5::Handle group = hdf5::create_group(root, entry.key.hex());
  hdf5::write_attribute(group.get(), "key_high", entry.key.high);
  hdf5::write_attribute(group.get(), "key_low", entry.key.low);
  hdf5::write_attribute(group.get(), "first_column", geometry.window.first_column);
  hdf5::write_attribute(group.get(), "first_row", geometry.window.first_row);
  hdf5::write_attribute(group.get(), "columns", geometry.window.columns);
  hdf5::write_attribute(group.get(), "rows", geometry.window.rows);
  hdf5::write_attribute(group.get(), "checksum", checksum(entry.key, geometry));
  const hdf5::Shape shape{static_cast<hsize_t>(geometry.window.rows), static_cast<hsize_t>(geometry.window.columns)};
  for_each_plane(geometry, [&](const Plane& plane, const auto& values) {
    write_array(group.get(), plane, values, values.empty() ? no_values : shape);  // a hall's geometry is sight alone
  });
  const hdf5::Handle detours = hdf5::create_group(group.get(), "detours");
  for_each_detour_field([&]<class Member>(const Plane& plane, Member radio::Detour::*member) {
    std::vector<typename stored<Member>::type> values;
    for (const auto& detour : geometry.detours) values.push_back(static_cast<typename stored<Member>::type>(detour.*member));
    write_array(detours.get(), plane, values, {values.size()});
  });
}

template <class T>
std::vector<T> read_array(hid_t group, const std::string& name, const hdf5::Shape& shape) {
  const hdf5::Handle dataset = hdf5::open_dataset(group, name);
  if (hdf5::shape_of(dataset.get()) != shape) throw hdf5::Failure("array " + name + " has another shape than expected");
  return hdf5::read_numbers<T>(dataset.get());
}

void read_detours(hid_t group, std::vector<radio::Detour>& detours) {
  const hdf5::Shape shape = hdf5::shape_of(hdf5::open_dataset(group, "kind").get());
  if (shape.size() != 1) throw hdf5::Failure("the detours have another shape than expected");
  detours.resize(shape[0]);
  for_each_detour_field([&]<class Member>(const Plane& plane, Member radio::Detour::*member) {
    const auto values = read_array<typename stored<Member>::type>(group, plane.name, shape);
    for (std::size_t i = 0; i < values.size(); ++i) detours[i].*member = static_cast<Member>(values[i]);
  });
}

radio::SiteGeometry read_geometry(hid_t group) {
  radio::SiteGeometry geometry;
  radio::Window& window = geometry.window;
  window.first_column = hdf5::read_attribute<std::int32_t>(group, "first_column");
  window.first_row = hdf5::read_attribute<std::int32_t>(group, "first_row");
  window.columns = hdf5::read_attribute<std::int32_t>(group, "columns");
  window.rows = hdf5::read_attribute<std::int32_t>(group, "rows");
  const hdf5::Shape shape{static_cast<hsize_t>(window.rows), static_cast<hsize_t>(window.columns)};
  for_each_plane(geometry, [&]<class T>(const Plane& plane, std::vector<T>& values) {
    const bool is_empty = hdf5::shape_of(hdf5::open_dataset(group, plane.name).get()) == no_values;
    values = read_array<T>(group, plane.name, is_empty ? no_values : shape);
  });
  read_detours(hdf5::open_group(group, "detours").get(), geometry.detours);
  return geometry;
}

struct Read {
  Entry entry;
  std::string checksum;
  bool matches = false;
};

std::string heading(const std::string& fingerprint, const std::string& checksum_of_rest) {
  std::string text(first_words);
  text += fmt::format("format {}\nfingerprint {}\nchecksum {}\n", geometry_format_version, fingerprint, checksum_of_rest);
  text.resize(heading_bytes, '\0');
  return text;
}

// Empty when the file is not there, or is shorter.
std::string heading_of(std::istream& stream) {
  std::string text(heading_bytes, '\0');
  return stream.read(text.data(), heading_bytes) ? text : "";
}

// Why the file is not to be used; empty: every byte of it is as it was written by a program like this one.
std::string reason_against(std::istream& stream) {
  const std::string found = heading_of(stream);
  if (!found.starts_with(first_words)) return "it is no file of geometries";
  const std::string version = fmt::format("format {}\n", geometry_format_version);
  if (found.compare(first_words.size(), version.size(), version) != 0) return "it has another format than this parktwin writes";
  const std::string fingerprint = radio::trace_fingerprint().hex();
  if (found.find("fingerprint " + fingerprint) == std::string::npos) {
    return "it was written by a parktwin that traces geometries in another way, or is damaged";
  }
  Hasher hasher;
  std::vector<char> block(block_bytes);
  do {
    stream.read(block.data(), static_cast<std::streamsize>(block.size()));
    hasher.add_bytes(block.data(), static_cast<std::size_t>(stream.gcount()));
  } while (stream);
  return found == heading(fingerprint, hasher.digest().hex()) ? "" : "it is damaged";
}

std::vector<Read> read_all(hid_t root) {
  std::vector<Read> all;
  for (const auto& name : hdf5::read_texts(hdf5::open_dataset(root, "keys").get())) {
    const hdf5::Handle group = hdf5::open_group(root, name);
    Read& read = all.emplace_back();
    read.entry.key = {hdf5::read_attribute<std::uint64_t>(group.get(), "key_high"),
                      hdf5::read_attribute<std::uint64_t>(group.get(), "key_low")};
    read.entry.geometry = std::make_shared<const radio::SiteGeometry>(read_geometry(group.get()));
    read.checksum = hdf5::read_text_attribute(group.get(), "checksum");
  }
  parallel_for(all.size(), [&](std::size_t i) { all[i].matches = checksum(all[i].entry.key, *all[i].entry.geometry) == all[i].checksum; });
  if (std::any_of(all.begin(), all.end(), [](const Read& read) { return !read.matches; })) {
    throw hdf5::Failure("a geometry does not have the checksum it was saved with");
  }
  return all;
}

std::vector<std::byte> bytes_of(const radio::GeometryCache& cache) {
  const hdf5::Session session;
  const hdf5::Handle file = hdf5::create_file_in_memory();
  {
    const hdf5::Handle root = root_of(file);
    std::vector<std::string> keys;
    for (const auto& entry : cache.entries()) {
      write_geometry(root.get(), entry);
      keys.push_back(entry.key.hex());
    }
    hdf5::write_texts(root.get(), "keys", keys, {keys.size()});
  }
  return hdf5::image_of(file);
}

void require_replaceable(const fs::path& file) {
  std::error_code unreadable;
  if (fs::status(file, unreadable).type() == fs::file_type::not_found) return;
  std::ifstream stream(file, std::ios::binary);
  if (heading_of(stream).starts_with(first_words)) return;
  throw OutputError(file.string(), "is no file of geometries; name another, or remove this one");
}

void write_file(const fs::path& file, const std::vector<std::byte>& content) {
  Hasher hasher;
  hasher.add_bytes(content.data(), content.size());
  const std::string begin = heading(radio::trace_fingerprint().hex(), hasher.digest().hex());
  std::ofstream stream(file, std::ios::binary);
  stream.write(begin.data(), static_cast<std::streamsize>(begin.size()));
  stream.write(reinterpret_cast<const char*>(content.data()), static_cast<std::streamsize>(content.size()));
  stream.close();
  if (!stream) throw OutputError(file.string(), "cannot write the file");
}

}  // namespace

LoadedGeometries load_geometries(const fs::path& file, radio::GeometryCache& cache) {
  std::error_code unreadable;
  if (fs::status(file, unreadable).type() == fs::file_type::not_found) return {};
  std::vector<Read> all;
  try {
    std::ifstream stream(file, std::ios::binary);
    if (auto reason = reason_against(stream); !reason.empty()) return {0, std::move(reason)};
    const hdf5::Session session;
    const hdf5::Handle handle(H5Fopen(file.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), "cannot open the file");
    all = read_all(root_of(handle).get());
  } catch (const hdf5::Failure& failure) {
    return {0, failure.what()};
  } catch (const std::bad_alloc&) {
    return {0, "it does not fit into memory"};
  }
  for (auto read = all.rbegin(); read != all.rend(); ++read) cache.add(read->entry.key, std::move(read->entry.geometry));
  return {all.size(), ""};
}

void save_geometries(const radio::GeometryCache& cache, const fs::path& file) {
  require_replaceable(file);
  const fs::path partial = file.string() + fmt::format(".partial-{}", ::getpid());
  std::error_code error;
  try {
    write_file(partial, bytes_of(cache));
  } catch (const hdf5::Failure& failure) {
    throw OutputError(file.string(), failure.what());
  } catch (const OutputError&) {
    fs::remove(partial, error);
    throw;
  }
  fs::rename(partial, file, error);
  if (!error) return;
  const std::string reason = error.message();
  fs::remove(partial, error);
  throw OutputError(file.string(), "cannot put the file in its place: " + reason);
}

}  // namespace parktwin::storage
