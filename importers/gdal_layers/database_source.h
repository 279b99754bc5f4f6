#pragma once
// PostgreSQL/PostGIS sources by connection string: "PG:host=… port=… dbname=… user=…", the keywords of libpq (PostgreSQL 15 documentation,
// "Parameter Key Words"). Only keywords that say where and as whom are taken. A password is never part of the string, which is printed in
// reports and kept with runs: it comes from a file of its own, or from where libpq looks by itself (~/.pgpass).
#include <filesystem>
#include <optional>
#include <string>

namespace parktwin::importers {

/// Whether a source names a database and no file.
[[nodiscard]] bool is_database(const std::string& source);

/// Why a connection string is not used, without repeating any value of it; none when it is sound.
[[nodiscard]] std::optional<std::string> fault_of_connection(const std::string& source);

/// What GDAL opens: with the password, a limit of 10 s to connect, and a session that reads only.
/// Precondition: no fault_of_connection.
[[nodiscard]] std::string connection_for_gdal(const std::string& source, const std::string& password);

/// The text with the password masked.
[[nodiscard]] std::string without_password(std::string text, const std::string& password);

/// A source of a file in this folder: its path, or the connection string as it stands.
[[nodiscard]] std::filesystem::path located_source(const std::filesystem::path& folder, const std::string& source);

}  // namespace parktwin::importers
