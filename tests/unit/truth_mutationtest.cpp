// SPDX-FileCopyrightText: 2026 The Loci authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "layers/domain/city/mesh.h"
#include "layers/domain/city/validation.h"
#include "layers/formats/cityjsonreader.h"
#include "tests/support/testmain.h"

#include <QElapsedTimer>
#include <QTest>
#include <memory>
#include <random>

using namespace loci;
using namespace loci::city;

namespace {

/// JSON as a tree that can be spoilt: unlike a map it may hold a member twice.
struct Node
{
    enum Kind { Scalar, List, Object } kind = Scalar;
    QByteArray text; ///< of a scalar
    std::vector<std::pair<QByteArray, Node>> members;

    void write(QByteArray &out) const
    {
        if (kind == Scalar) {
            out += text;
            return;
        }
        out += kind == List ? '[' : '{';
        bool first = true;
        for (const auto &[key, value] : members) {
            out += first ? "" : ",";
            first = false;
            if (kind == Object) {
                out += '"' + key + "\":";
            }
            value.write(out);
        }
        out += kind == List ? ']' : '}';
    }
};

class TreeParser
{
public:
    explicit TreeParser(const QByteArray &text) : m_text(text) {}
    Node parse()
    {
        Node node;
        const char first = m_text[m_at];
        if (first != '[' && first != '{') {
            const qsizetype begin = m_at;
            if (first == '"') {
                m_at = m_text.indexOf('"', m_at + 1) + 1;
            } else {
                while (m_at < m_text.size() && !QByteArray(",]}").contains(m_text[m_at])) {
                    ++m_at;
                }
            }
            node.text = m_text.mid(begin, m_at - begin);
            return node;
        }
        node.kind = first == '[' ? Node::List : Node::Object;
        ++m_at;
        while (m_text[m_at] != ']' && m_text[m_at] != '}') {
            QByteArray key;
            if (node.kind == Node::Object) {
                const qsizetype end = m_text.indexOf('"', m_at + 1);
                key = m_text.mid(m_at + 1, end - m_at - 1);
                m_at = end + 2;
            }
            node.members.emplace_back(key, parse());
            if (m_text[m_at] == ',') {
                ++m_at;
            }
        }
        ++m_at;
        return node;
    }

private:
    const QByteArray &m_text;
    qsizetype m_at = 0;
};

/// A model of about ten kilobytes with everything in it: parts, several LoDs, semantics, holes, appearance, templates,
/// a group, an address, extension objects, nested attributes.
QByteArray wholeModel()
{
    QByteArray vertices, objects;
    int count = 0;
    for (int house = 0; house < 6; ++house) {
        const int x = house * 12000, base = count;
        for (const int z : {0, 6000 + 500 * house}) {
            for (const auto &[dx, dy] : {std::pair(0, 0),
                                         {10000, 0},
                                         {10000, 8000},
                                         {0, 8000},
                                         {3000, 3000},
                                         {3000, 5000},
                                         {6000, 5000},
                                         {6000, 3000}}) {
                vertices += QByteArray(count++ > 0 ? "," : "") + '[' + QByteArray::number(x + dx) + ',' +
                            QByteArray::number(dy) + ',' + QByteArray::number(z) + ']';
            }
        }
        const auto face = [&](std::initializer_list<int> corners) {
            QByteArray ring = "[";
            for (const int corner : corners) {
                ring += (ring.size() > 1 ? "," : "") + QByteArray::number(base + corner);
            }
            return ring + ']';
        };
        const QByteArray walls = ",[" + face({0, 1, 9, 8}) + "],[" + face({1, 2, 10, 9}) + "],[" +
                                 face({2, 3, 11, 10}) + "],[" + face({3, 0, 8, 11}) + "],[" + face({4, 12, 15, 7}) +
                                 "],[" + face({7, 15, 14, 6}) + "],[" + face({6, 14, 13, 5}) + "],[" +
                                 face({5, 13, 12, 4}) + ']';
        const QByteArray shell = "[[" + face({0, 3, 2, 1}) + ',' + face({4, 7, 6, 5}) + "],[" + face({8, 9, 10, 11}) +
                                 ',' + face({12, 13, 14, 15}) + ']' + walls + ']';
        const QByteArray id = 'b' + QByteArray::number(house);
        objects += "\"" + id + R"(":{"type":"Building","children":[")" + id +
                   R"(p"],"attributes":{"storeys":3,"name":"house","height":6.5,"open":true,"nothing":null,"nested":)"
                   R"({"a":[1,{"b":"c"}]}},"address":[{"Locality":"Delft","location":{"type":"MultiPoint","lod":"0",)"
                   R"("boundaries":[0]}}],"geographicalExtent":[0,0,0,9,9,9],"geometry":[{"type":"MultiSurface",)"
                   R"("lod":"0","boundaries":[[)" +
                   face({0, 1, 2, 3}) + R"(]]}]},")" + id + R"(p":{"type":"BuildingPart","parents":[")" + id +
                   R"("],"geometry":[{"type":"Solid","lod":"2.2","boundaries":[)" + shell +
                   R"(],"semantics":{"surfaces":[{"type":"GroundSurface"},{"type":"RoofSurface","slope":3},)"
                   R"({"type":"WallSurface","children":[3]},{"type":"Window","parent":2}],)"
                   R"("values":[[0,1,2,2,2,3,null,2,2,2]]},"material":{"m":{"values":[[0,1,0,0,0,0,0,0,null,1]]}},)"
                   R"("texture":{"t":{"values":[[[[0,0,1,2,3],[null]],null,[[0,0,1,2,3]],[[0,0,1,2,3]],null,null,null,)"
                   R"(null,null,[[null]]]]}}}]},)";
    }
    objects +=
        R"("tree":{"type":"SolitaryVegetationObject","parents":["group"],"geometry":[{"type":"GeometryInstance","template":0,)"
        R"("boundaries":[3],"transformationMatrix":[1,0,0,0,0,1,0,0,0,0,1,0,0,0,0,1]}]},)"
        R"("lines":{"type":"Road","parents":["group"],"geometry":[{"type":"MultiLineString","lod":"1","boundaries":[[0,1,2],[3,4]]}]},)"
        R"("points":{"type":"GenericCityObject","geometry":[{"type":"MultiPoint","lod":"1","boundaries":[0,1]}]},)"
        R"("two":{"type":"GenericCityObject","geometry":[{"type":"CompositeSolid","lod":"1","boundaries":)"
        R"([[[[[0,3,2,1]],[[8,9,10,11]],[[0,1,9,8]],[[1,2,10,9]],[[2,3,11,10]],[[3,0,8,11]]]],)"
        R"([[[[16,19,18,17]],[[24,25,26,27]],[[16,17,25,24]],[[17,18,26,25]],[[18,19,27,26]],[[19,16,24,27]]]]]}]},)"
        R"("group":{"type":"CityObjectGroup","children":["tree","lines"],"children_roles":["a",null]},)"
        R"("noise":{"type":"+NoiseWall","+db":[1,2]})";
    return R"({"type":"CityJSON","version":"2.0","transform":{"scale":[0.001,0.001,0.001],"translate":[84000,447000,0]},)"
           R"("extensions":{"Noise":{"url":"noise.ext.json","version":"2.0"}},"metadata":{"referenceSystem":)"
           R"("https://www.opengis.net/def/crs/EPSG/0/7415","geographicalExtent":[0,0,0,1,1,1]},"appearance":)"
           R"({"materials":[{"name":"a","diffuseColor":[1,0,0]},{"name":"b","transparency":0.5}],"textures":)"
           R"([{"type":"PNG","image":"a.png"}],"vertices-texture":[[0,0],[1,0],[1,1],[0,1]],)"
           R"("default-theme-material":"m","default-theme-texture":"t"},"geometry-templates":{"templates":)"
           R"([{"type":"MultiSurface","lod":"2","boundaries":[[[0,1,2]],[[0,2,3]]]}],"vertices-templates":)"
           R"([[0,0,0],[1,0,0],[1,1,2.5],[0,1,2.5]]},"CityObjects":{)" +
           objects + R"(},"vertices":[)" + vertices + "]}";
}

class Mutator
{
public:
    explicit Mutator(std::uint32_t seed) : m_random(seed) {}

    Node mutated(const Node &whole)
    {
        Node tree = whole;
        const int times = 1 + pick(3);
        for (int i = 0; i < times; ++i) {
            mutate(*choose(tree));
        }
        return tree;
    }
    int pick(std::size_t count) { return static_cast<int>(m_random() % count); }

private:
    static void collect(Node &node, std::vector<Node *> &all)
    {
        all.push_back(&node);
        for (auto &[key, value] : node.members) {
            collect(value, all);
        }
    }
    /// Goes down at random, so that short lists near the root are met as often as the long ones below.
    Node *choose(Node &tree)
    {
        if (pick(2) == 0) {
            std::vector<Node *> all;
            collect(tree, all);
            return all[static_cast<std::size_t>(pick(all.size()))];
        }
        Node *node = &tree;
        while (!node->members.empty() && pick(6) != 0) {
            node = &node->members[static_cast<std::size_t>(pick(node->members.size()))].second;
        }
        return node;
    }
    Node foreign()
    {
        static const std::vector<QByteArray> kValues{"null",
                                                     "true",
                                                     "0",
                                                     "-1",
                                                     "1",
                                                     "4294967295",
                                                     "4294967296",
                                                     "-9223372036854775808",
                                                     "1e308",
                                                     "-1e308",
                                                     "0.5",
                                                     "1e-320",
                                                     "99",
                                                     "\"\"",
                                                     "\"x\"",
                                                     "\"\\u0000\"",
                                                     "\"b0\"",
                                                     "\"b0p\"",
                                                     "\"Solid\"",
                                                     "\"MultiPoint\"",
                                                     "\"GeometryInstance\"",
                                                     "[]",
                                                     "{}",
                                                     "[[]]",
                                                     "[[[[]]]]",
                                                     "[0,0,0]",
                                                     "[null]",
                                                     "{\"a\":{}}",
                                                     "tru",
                                                     "\"\xff\"",
                                                     "[0,1,2,3,4,5,6,7,8,9]",
                                                     "1.7976931348623157e309"};
        Node node;
        node.text = kValues[static_cast<std::size_t>(pick(kValues.size()))];
        return node;
    }
    void mutate(Node &node)
    {
        auto &members = node.members;
        const auto any = [&] { return static_cast<std::size_t>(pick(members.size())); };
        switch (members.empty() ? pick(2) : pick(9)) {
        case 0:
            node = foreign();
            break;
        case 1:
            if (node.kind == Node::Scalar) {
                node.text = QByteArray::number(pick(130) - 10);
            } else {
                members.emplace_back("type", foreign());
            }
            break;
        case 2:
            members.erase(members.begin() + static_cast<std::ptrdiff_t>(any()));
            break;
        case 3: { // twice
            const auto copy = members[any()];
            members.insert(members.begin() + static_cast<std::ptrdiff_t>(any()), copy);
            break;
        }
        case 4:
            std::swap(members[any()], members[any()]);
            break;
        case 5:
            std::swap(members[any()].second, members[any()].second);
            break;
        case 6:
            members.resize(any());
            break;
        case 7:
            std::shuffle(members.begin(), members.end(), m_random);
            break;
        default: { // one level deeper, or one less
            Node inner = members[any()].second;
            if (pick(2) == 0) {
                Node list;
                list.kind = Node::List;
                list.members.emplace_back(QByteArray(), std::move(inner));
                node = std::move(list);
            } else {
                node = std::move(inner);
            }
        }
        }
    }
    std::mt19937 m_random;
};

/// What a viewer does with whatever was read.
void useModel(const CityModel &model)
{
    QVERIFY(triangulate(model, {}).has_value());
    QVERIFY(footprints(model).has_value());
    QVERIFY(validate(model).has_value());
    for (ObjectIndex o = 0; o < model.objectCount(); ++o) {
        model.boundsWithDescendants(o);
        model.rootOf(o);
    }
}

} // namespace

class TruthMutationTest : public QObject
{
    Q_OBJECT

private slots:
    void theModelItselfIsGood()
    {
        const QByteArray bytes = wholeModel();
        QVERIFY2(bytes.size() > 9000 && bytes.size() < 13000, qPrintable(QString::number(bytes.size())));
        const auto loaded = formats::CityJsonReader().read(bytes, QStringLiteral("m.city.json"));
        LOCI_VERIFY_RESULT(loaded);
        QVERIFY2(loaded->findings.empty(), loaded->findings.empty() ? "" : qPrintable(loaded->findings[0].message));
        QCOMPARE(loaded->value->objectCount(), 18U);
        QByteArray again;
        TreeParser(bytes).parse().write(again);
        QCOMPARE(again, bytes);
    }

    /// 3,000 in the ordinary run; LOCI_FUZZ_ROUNDS=100000 in `./test --fuzz`.
    void survivesStructuralMutations()
    {
        const int rounds =
            qEnvironmentVariableIsSet("LOCI_FUZZ_ROUNDS") ? qEnvironmentVariableIntValue("LOCI_FUZZ_ROUNDS") : 3000;
        const QByteArray bytes = wholeModel();
        const Node whole = TreeParser(bytes).parse();
        Mutator mutator(20261125);
        int read = 0, noticed = 0;
        for (int round = 0; round < rounds; ++round) {
            QByteArray spoilt;
            mutator.mutated(whole).write(spoilt);
            const auto loaded = formats::CityJsonReader().read(spoilt, QStringLiteral("m.city.json"));
            if (!loaded) {
                ++noticed;
                QVERIFY(!loaded.error().message.isEmpty());
                continue;
            }
            ++read;
            noticed += loaded->findings.empty() ? 0 : 1;
            useModel(*loaded->value);
        }
        // Most mutations leave a model, and most are seen: a test that never reads, or never finds, tests nothing.
        QVERIFY2(read > rounds / 2, qPrintable(QString::number(read)));
        QVERIFY2(noticed > rounds / 4, qPrintable(QString::number(noticed)));
    }

    void survivesTruncationAtEveryByte()
    {
        const QByteArray bytes = wholeModel();
        for (qsizetype length = 0; length < bytes.size(); ++length) {
            const auto loaded = formats::CityJsonReader().read(bytes.left(length), QStringLiteral("m.city.json"));
            QVERIFY2(!loaded || hasErrors(loaded->findings), qPrintable(QString::number(length)));
            if (loaded && length % 16 == 0) {
                useModel(*loaded->value);
            }
        }
    }
};

LOCI_TEST_CLASS(TruthMutationTest)
#include "truth_mutationtest.moc"
