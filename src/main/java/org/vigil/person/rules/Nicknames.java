package org.vigil.person.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names that are written or said in several ways and are one: short forms, and spellings of one name in our letters. */
public final class Nicknames {

    private static final List<String> GROUPS = List.of(
            "robert bob rob bobby robbie robby bert",
            "william will bill billy willy liam",
            "richard rick dick richie ricky rich",
            "james jim jimmy jamie jem",
            "john jack johnny jon jonny johnnie",
            "jonathan jon jonny jonathon johnathan",
            "michael mike mick mickey micky michal mikey",
            "thomas tom tommy",
            "charles charlie chas chuck charley",
            "edward ed eddie ted teddy ned",
            "david dave davy davey dai dafydd",
            "daniel dan danny",
            "matthew matt matty mathew",
            "andrew andy drew",
            "anthony tony antony ant",
            "christopher chris kit",
            "joseph joe joey jozef",
            "joshua josh",
            "samuel sam sammy",
            "benjamin ben benji benny",
            "nicholas nick nicky nicolas nikolas",
            "alexander alex sandy xander aleksander alec",
            "patrick pat paddy",
            "peter pete piotr",
            "philip phil phillip pip",
            "stephen steve steven stevie",
            "gregory greg",
            "kenneth ken kenny",
            "ronald ron ronnie",
            "donald don donny",
            "raymond ray",
            "leonard len lenny leo",
            "lawrence larry laurence lorenzo",
            "frederick fred freddie freddy",
            "francis frank frankie",
            "george georgie jorge",
            "henry harry hal",
            "harold harry hal",
            "albert bert al bertie",
            "alfred alf fred alfie",
            "arthur art artie",
            "terence terry terrence",
            "timothy tim timmy",
            "douglas doug",
            "graham graeme grahame",
            "geoffrey geoff jeffrey jeff",
            "gerald gerry jerry gerard",
            "zachary zac zach zak zachariah zack",
            "nathan nate nathaniel",
            "oliver ollie olly",
            "elizabeth liz lizzie beth betty eliza lizzy bess elisabeth libby elsie",
            "katherine kate katie kathy catherine kathryn cathy kitty katy kathleen katharine",
            "margaret maggie meg peggy marge madge mags rita",
            "mary maria marie molly mair polly",
            "jennifer jen jenny jenni",
            "jessica jess jessie",
            "rebecca becky becca bex rebekah",
            "susan sue susie suzie suzanne susanna",
            "patricia pat patsy trish tricia patty",
            "barbara barb babs",
            "deborah deb debbie debra",
            "dorothy dot dotty dolly",
            "eleanor ellie nell nelly elinor ellen helen",
            "emily em emmy emilie",
            "emma em emmy",
            "victoria vicky vic tori vikki",
            "alexandra alex sandra lexi sandy alexa",
            "samantha sam sammy",
            "amanda mandy",
            "abigail abi abby gail",
            "charlotte lottie charlie lotte",
            "christine chris chrissie tina christina kristina krystyna",
            "jacqueline jackie jacqui",
            "josephine jo josie",
            "joanna jo joanne joan",
            "judith judy jude",
            "natalie nat natalia",
            "olivia liv livvy",
            "penelope penny",
            "sarah sally sara sadie",
            "teresa terry tess theresa",
            "isabella bella izzy isabel isobel isabelle",
            "annie ann anne anna hannah nan",
            "gillian gill jill",
            "gwendoline gwen wendy",
            "caroline carrie carol caz",
            "geraldine gerry",
            "georgina georgie georgia",
            "philippa pippa pip",
            "frances fran fanny francesca",
            "valerie val",
            "yvonne evie eva eve",
            "mohammed muhammad mohamed muhammed mohammad mohamad mohd md muhamad mehmet",
            "ahmed ahmad achmed",
            "hussain hussein husain hussien hossein",
            "hassan hasan",
            "yusuf yousef yousuf yusef youssef joseph",
            "ibrahim ebrahim abraham",
            "ismail ismael esmail",
            "abdul abdel abd",
            "aisha ayesha aysha aicha",
            "fatima fatimah fatma",
            "zainab zaynab zeinab",
            "khadija khadijah hadija",
            "umar omar",
            "usman uthman osman",
            "khalid khaled",
            "rashid rasheed",
            "saeed said sayeed sayed syed",
            "noor nur nour",
            "agnieszka agnes",
            "katarzyna kasia",
            "malgorzata gosia",
            "aleksandra ola",
            "stanislaw stan",
            "krzysztof krzys",
            "tomasz tomek",
            "jakub kuba",
            "sion john",
            "ieuan evan iwan ewan euan",
            "rhys reece rees reese",
            "sian jane",
            "macdonald mcdonald",
            "clark clarke",
            "smith smyth smythe",
            "thompson thomson tomson",
            "stephenson stevenson",
            "philips phillips philip",
            "davis davies",
            "reid read reed",
            "allan allen alan allyn",
            "stuart stewart",
            "shaun sean shawn",
            "kowalski kowalska",
            "nowicki nowicka");

    private static final Map<String, Set<String>> FORMS = forms();

    private Nicknames() {}

    /** The other forms of a name's word; empty where none is known. */
    public static Set<String> formsOf(String word) {
        return FORMS.getOrDefault(word, Set.of());
    }

    /** Whether the first words of two keys are forms of one name. */
    static boolean areOneName(String one, String other) {
        return formsOf(first(one)).contains(first(other));
    }

    private static String first(String key) {
        var space = key.indexOf(' ');
        return space < 0 ? key : key.substring(0, space);
    }

    private static Map<String, Set<String>> forms() {
        var forms = new HashMap<String, Set<String>>();
        for (var group : GROUPS) {
            var names = Arrays.asList(group.split(" "));
            for (var name : names) {
                forms.computeIfAbsent(name, each -> new HashSet<>()).addAll(names);
            }
        }
        forms.forEach((name, others) -> others.remove(name));
        forms.replaceAll((name, others) -> Set.copyOf(others));
        return Map.copyOf(forms);
    }
}
