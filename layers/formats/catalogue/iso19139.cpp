// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/formats/catalogue/iso19139.h"

#include "layers/domain/catalogue/cadence.h"

#include <QXmlStreamWriter>

namespace loci::formats {

using catalogue::Entry;
using catalogue::Kind;
using catalogue::Sharing;
using catalogue::Words;

namespace {

const QString kGmd = QStringLiteral("http://www.isotc211.org/2005/gmd");
const QString kGco = QStringLiteral("http://www.isotc211.org/2005/gco");
const QString kXlink = QStringLiteral("http://www.w3.org/1999/xlink");
const QString kCodes = QStringLiteral(
    "http://standards.iso.org/iso/19139/resources/gmxCodelists.xml#"); // the list that a code is taken from

/// Elements by their short names; each one opened is closed at the end of its scope.
class Record
{
public:
    explicit Record(QByteArray &bytes) : m_xml(&bytes) { m_xml.setAutoFormatting(true); }
    QXmlStreamWriter &xml() { return m_xml; }

    template <class Body>
    void in(const char *name, Body body)
    {
        m_xml.writeStartElement(kGmd, QLatin1String(name));
        body();
        m_xml.writeEndElement();
    }
    void text(const char *name, const QString &value)
    {
        in(name, [&] {
            if (value.isEmpty()) {
                m_xml.writeAttribute(kGco, QStringLiteral("nilReason"), QStringLiteral("unknown"));
            } else {
                m_xml.writeTextElement(kGco, QStringLiteral("CharacterString"), value);
            }
        });
    }
    void typed(const char *name, const char *type, const QString &value)
    {
        in(name, [&] { m_xml.writeTextElement(kGco, QLatin1String(type), value); });
    }
    void code(const char *name, const char *list, const char *value)
    {
        in(name, [&] {
            m_xml.writeStartElement(kGmd, QLatin1String(list));
            m_xml.writeAttribute(QStringLiteral("codeList"), kCodes + QLatin1String(list));
            m_xml.writeAttribute(QStringLiteral("codeListValue"), QLatin1String(value));
            m_xml.writeCharacters(QLatin1String(value));
            m_xml.writeEndElement();
        });
    }
    void unknown(const char *name)
    {
        in(name, [&] { m_xml.writeAttribute(kGco, QStringLiteral("nilReason"), QStringLiteral("unknown")); });
    }

private:
    QXmlStreamWriter m_xml;
};

QString otherLanguage(const Words &words, const QString &shown)
{
    return words.zh == shown ? words.en : words.zh;
}

void party(Record &to, const char *name, const QString &organisation, const QString &contact, const char *role)
{
    to.in(name, [&] {
        to.in("CI_ResponsibleParty", [&] {
            if (!contact.isEmpty()) {
                to.text("individualName", contact);
            }
            to.text("organisationName", organisation);
            to.code("role", "CI_RoleCode", role);
        });
    });
}

void citation(Record &to, const Entry &entry, const QString &language)
{
    to.in("citation", [&] {
        to.in("CI_Citation", [&] {
            const QString title = entry.said.title.in(language);
            to.text("title", title.isEmpty() ? entry.id : title);
            if (const QString other = otherLanguage(entry.said.title, title); !other.isEmpty()) {
                to.text("alternateTitle", other);
            }
            if (entry.updated.isValid()) {
                to.in("date", [&] {
                    to.in("CI_Date", [&] {
                        to.typed("date", "DateTime", entry.updated.toUTC().toString(Qt::ISODate));
                        to.code("dateType", "CI_DateTypeCode", "revision");
                    });
                });
            } else {
                to.unknown("date");
            }
            to.in("identifier", [&] { to.in("MD_Identifier", [&] { to.text("code", entryUrn(entry)); }); });
        });
    });
}

const char *frequency(const QString &cadence)
{
    const auto period = catalogue::Period::fromText(cadence);
    if (!period) {
        return "unknown";
    }
    constexpr qint64 kDay = 86'400'000;
    const qint64 days = period->roughMs() / kDay;
    struct Step
    {
        qint64 days;
        const char *code;
    };
    if (period->roughMs() < kDay) {
        return "continual";
    }
    for (const Step step : {Step{1, "daily"}, Step{7, "weekly"}, Step{15, "fortnightly"}, Step{31, "monthly"},
                            Step{92, "quarterly"}, Step{183, "biannually"}, Step{366, "annually"}}) {
        if (days <= step.days) {
            return step.code;
        }
    }
    return "irregular";
}

void maintenance(Record &to, const Entry &entry)
{
    to.in("resourceMaintenance", [&] {
        to.in("MD_MaintenanceInformation", [&] {
            to.code("maintenanceAndUpdateFrequency", "MD_MaintenanceFrequencyCode", frequency(entry.said.cadence));
        });
    });
}

void constraints(Record &to, const Entry &entry, const QString &language)
{
    to.in("resourceConstraints", [&] {
        to.in("MD_LegalConstraints", [&] {
            const bool open = entry.said.sharing == Sharing::Unconditional;
            to.code("accessConstraints", "MD_RestrictionCode", open ? "otherRestrictions" : "restricted");
            to.code("useConstraints", "MD_RestrictionCode",
                    entry.said.licence.isEmpty() ? "otherRestrictions" : "license");
            to.text("otherConstraints", catalogue::word(entry.said.sharing));
            for (const QString &more : {entry.said.licence, entry.said.condition.in(language), entry.said.basis}) {
                if (!more.isEmpty()) {
                    to.text("otherConstraints", more);
                }
            }
        });
    });
}

const char *topic(Kind kind)
{
    switch (kind) {
    case Kind::Stream:
        return "environment";
    case Kind::Model:
        return "structure";
    case Kind::Table:
    case Kind::Indicator:
        return "society";
    case Kind::Layer:
        break;
    }
    return "planningCadastre";
}

void extent(Record &to, const Entry &entry)
{
    if (!entry.extent) {
        return;
    }
    const auto degrees = [&to](const char *name, double value) {
        to.typed(name, "Decimal", QString::number(value, 'f', 7));
    };
    to.in("extent", [&] {
        to.in("EX_Extent", [&] {
            to.in("geographicElement", [&] {
                to.in("EX_GeographicBoundingBox", [&] {
                    degrees("westBoundLongitude", entry.extent->west);
                    degrees("eastBoundLongitude", entry.extent->east);
                    degrees("southBoundLatitude", entry.extent->south);
                    degrees("northBoundLatitude", entry.extent->north);
                });
            });
        });
    });
}

void identification(Record &to, const Entry &entry, const QString &language)
{
    to.in("identificationInfo", [&] {
        to.in("MD_DataIdentification", [&] {
            citation(to, entry, language);
            to.text("abstract", entry.said.text.in(language));
            party(to, "pointOfContact", entry.said.department.in(language), entry.said.contact, "owner");
            maintenance(to, entry);
            constraints(to, entry, language);
            to.text("language",
                    language.startsWith(QLatin1String("zh")) ? QStringLiteral("zho") : QStringLiteral("eng"));
            to.in("topicCategory", [&] {
                to.xml().writeTextElement(kGmd, QStringLiteral("MD_TopicCategoryCode"),
                                          QLatin1String(topic(entry.kind)));
            });
            extent(to, entry);
        });
    });
}

void distribution(Record &to, const Entry &entry)
{
    const QString source = publicSource(entry);
    if (source.isEmpty()) {
        return;
    }
    to.in("distributionInfo", [&] {
        to.in("MD_Distribution", [&] {
            to.in("distributionFormat", [&] {
                to.in("MD_Format", [&] {
                    to.text("name", entry.format);
                    to.text("version", {});
                });
            });
            to.in("transferOptions", [&] {
                to.in("MD_DigitalTransferOptions", [&] {
                    to.in("onLine", [&] {
                        to.in("CI_OnlineResource", [&] {
                            to.in("linkage", [&] { to.xml().writeTextElement(kGmd, QStringLiteral("URL"), source); });
                        });
                    });
                });
            });
        });
    });
}

void conformance(Record &to, const QString &quality)
{
    to.in("report", [&] {
        to.in("DQ_DomainConsistency", [&] {
            to.in("result", [&] {
                to.in("DQ_ConformanceResult", [&] {
                    to.in("specification", [&] {
                        to.in("CI_Citation", [&] {
                            to.text("title", QStringLiteral("Statement of the owner"));
                            to.unknown("date");
                        });
                    });
                    to.text("explanation", quality);
                    to.unknown("pass");
                });
            });
        });
    });
}

void quality(Record &to, const Entry &entry, const QString &language, const char *level)
{
    QStringList lineage{entry.said.lineage.in(language)};
    for (const QString &id : entry.madeFrom) {
        lineage << id;
    }
    lineage.removeAll(QString());
    to.in("dataQualityInfo", [&] {
        to.in("DQ_DataQuality", [&] {
            to.in("scope", [&] { to.in("DQ_Scope", [&] { to.code("level", "MD_ScopeCode", level); }); });
            if (const QString said = entry.said.quality.in(language); !said.isEmpty()) {
                conformance(to, said);
            }
            to.in("lineage",
                  [&] { to.in("LI_Lineage", [&] { to.text("statement", lineage.join(QStringLiteral("; "))); }); });
        });
    });
}

void system(Record &to, const QString &crs)
{
    if (crs.isEmpty()) {
        return;
    }
    to.in("referenceSystemInfo", [&] {
        to.in("MD_ReferenceSystem", [&] {
            to.in("referenceSystemIdentifier", [&] {
                to.in("RS_Identifier", [&] {
                    to.text("code", crs.startsWith(QLatin1String("EPSG:")) ? crs.mid(5) : crs);
                    if (crs.startsWith(QLatin1String("EPSG:"))) {
                        to.text("codeSpace", QStringLiteral("EPSG"));
                    }
                });
            });
        });
    });
}

} // namespace

QByteArray iso19139(const Entry &entry, const CatalogueHead &head)
{
    QByteArray bytes;
    Record to(bytes);
    const bool isMap = entry.kind == Kind::Layer || entry.kind == Kind::Model;
    const char *level = isMap ? "dataset" : "nonGeographicDataset";
    to.xml().writeStartDocument();
    to.xml().writeNamespace(kGmd, QStringLiteral("gmd"));
    to.xml().writeNamespace(kGco, QStringLiteral("gco"));
    to.xml().writeNamespace(kXlink, QStringLiteral("xlink"));
    to.in("MD_Metadata", [&] {
        to.text("fileIdentifier", entryUrn(entry));
        to.text("language",
                head.language.startsWith(QLatin1String("zh")) ? QStringLiteral("zho") : QStringLiteral("eng"));
        to.code("characterSet", "MD_CharacterSetCode", "utf8");
        to.code("hierarchyLevel", "MD_ScopeCode", level);
        to.text("hierarchyLevelName", catalogue::toText(entry.kind));
        party(to, "contact", entry.said.department.in(head.language), entry.said.contact, "pointOfContact");
        to.typed("dateStamp", "DateTime", head.made.toUTC().toString(Qt::ISODate));
        to.text("metadataStandardName", QStringLiteral("ISO 19115:2003/19139"));
        to.text("metadataStandardVersion", QStringLiteral("1.0"));
        system(to, entry.crs);
        identification(to, entry, head.language);
        distribution(to, entry);
        quality(to, entry, head.language, level);
    });
    to.xml().writeEndDocument();
    return bytes;
}

} // namespace loci::formats
