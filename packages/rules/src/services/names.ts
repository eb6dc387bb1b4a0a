/**
 * Services that give out keys, as they are written in names and hosts: small letters and digits, four or more. What is
 * a word of most code is left out, and what stands in every second address.
 */
export const serviceNames: readonly string[] = (
  'ablyapi abstractapi abuseipdb abyssale accuweather acuity adafruit adobe adroll adventofcode adyen ' +
  'adzuna aeroworkflow affinity agilecrm agora agoraapp ahrefs aikido airbrake airbyte aircall airship ' +
  'airtable airvisual aiven akamai akeneo akeyless alchemy alchemyapi alconost alegra aletheia algolia ' +
  'algoliaadmin alibaba alicloud aliyun allsports alphavantage amadeus amazon ambee amberdata ampeco ' +
  'amplitude anaplan anthropic anypoint apacta api2cart apideck apiflash apifonica apify apilayer ' +
  'apimatic apimetrics apiscience apitemplate apollo appcues appdynamics appfollow applitools ' +
  'appointedd appoptics appsflyer appsynergy apptivo appveyor appwrite arbiscan arize artifactory artsy ' +
  'asaas asana asanaclient ashby assemblyai astronomer atera ateraapi atlassian attio auth0 authress ' +
  'autodesk autoklose autopilot autotask avalara avaza aviationstack axonaut aylien ayrshare azure ' +
  'azuredevops azureopenai backblaze bamboohr bambora baremetrics baseapi basecamp basescan baseten ' +
  'basiq bazaarvoice beamer beebole beehiiv benchling besnappy besttime betfair betterstack ' +
  'betteruptime bigcommerce bigmodel bigpanda billomat binance bitbar bitbond bitbucket bitcoinaverage ' +
  'bitfinex bitgo bitly bitmex bitpanda bitrise bitstamp bitwarden blablabus blackbaud blazemeter ' +
  'blitapp blockchair blockcypher blockfrost blocknative blogger bloomreach bluehost bluejeans bluemix ' +
  'bluesky bluesnap bombbomb boostnote bootpay borgbase bottomline boxapp boxclient braintree ' +
  'braintrust branchio brandfetch brave bravesearch braze brevo brightcove brightdata browserbase ' +
  'browserless browserstack browshot bscscan buddyns budibase bugcrowd bugherd bugsnag buildkite bulbul ' +
  'bulksms buttercms caflou calendarific calendly callrail calltrackingmetrics calorieninja ' +
  'campaignmonitor campayn canva capsulecrm captaindata carboninterface cartesia casetext cashboard ' +
  'cashfree caspio censys centralstationcrm cerebras cexio chainalysis chainstack chargebee chargify ' +
  'chartmogul chatbot chatfuel checio checkly checkr checkvist cicero circleci clarifai clearbit ' +
  'clearml clerk clevertap clickhelp clickhouse clicksend clickup clicky cliengo clientary clinchpad ' +
  'clockify clockworksms clojars closeio cloud66 cloudamqp cloudant cloudbees cloudbet cloudconvert ' +
  'cloudelements cloudera cloudflare cloudimage cloudinary cloudmersive cloudobjectstorage cloudplan ' +
  'cloudsight cloudsmith cloudways cloverly cloze clubhouse clustdoc codaapi codacy codeclimate codecov ' +
  'codefresh codemagic codequiry coderabbit codesandbox codeship cognito cohere coinapi coinbase ' +
  'coingecko coinlayer coinlib coinmarketcap coinpayments coinspot collect2 comet cometml commercejs ' +
  'commercetools companyhub composio configcat confluence confluent conjur constantcontact contentful ' +
  'contentsquare contentstack conversiontools convertapi convertkit convier copper couchbase ' +
  'countrylayer courier covalenthq coveo coveralls craftmypdf cratesio credly criteo cronitor cronofy ' +
  'crossref crowdin crowdstrike crunchbase cryptocompare cryptopanic currencycloud currencyfreaks ' +
  'currencylayer currencyscoop currentsapi customerguru customerio cyberark cybersource cypress ' +
  'cypressrecord d7network dacast dailyco dailymotion dandelion dareboost dashlane databento databox ' +
  'databricks datadog datadome dataforseo datagov dataiku datarobot datastax ddapi ddapp deadmanssnitch ' +
  'debounce deepai deepgram deepseek delighted demandbase demio deputy deribit descope detectify ' +
  'detectlanguage devcycle deviantart dfuse dialpad diffbot diggernaut digitalocean digitaloceanspaces ' +
  'dingtalk discord discordclient disqus ditto dnscheck dnsimple dnsmadeeasy dockerhub docparser ' +
  'docspring documentcloud documo docusign doppler dotdigital dovico dreamhost dremio dronahq droneci ' +
  'dropbox dropboxapp dropboxsign dropcontact dubco duffel duosecurity duply dwolla dynadot dynalist ' +
  'dynatrace dyspatch eagleeye easyinsight easypost easyship ecostruxure ecwid edamam edenai ' +
  'eightxeight elastic elasticemail elevenlabs eloqua emailable emailoctopus enablex endorlabs envato ' +
  'envoy envoyapi epicor eraser esignatures etherscan ethplorer eventbrite everbridge everhour everypay ' +
  'exchangerate exchangerateapi exchangeratesapi exoscale exotel expensify explorium exportsdk ' +
  'extractorapi ezyvet faceplusplus fastforex fastly fastspring fathom fauna fbapp fedex feedier feedly ' +
  'feishu fetchrss fibery figma figshare fileio filepicker filestack finage financialmodelingprep findl ' +
  'finicity finnhub firebase firecrawl fireflies fireworks fivetran fixer fixerio flagsmith flatfile ' +
  'flatio fleetbase fleetio flexport flickr flightapi flightlabs flightstats flowflu flutterwave fmfw ' +
  'followupboss formbucket formcraft formio formsite formstack fortnox foursquare fractal frameio ' +
  'freeagent freemius freshbooks freshchat freshdesk freshping freshsales freshservice friendli ' +
  'frontapp ftmscan ftrack fulcrum fullcontact fullstory fusebill fxmarket gainsight gandi geckoboard ' +
  'gengo geoapify geocode geocodify geocodio geoipifi getaccept getemail getgeoapi getgist getresponse ' +
  'getsandbox getstream giphy gitea gitee githubclient gitlab gitter gladly glassnode glean gocanvas ' +
  'gocardless godaddy goodday gorgias gotomeeting gotowebinar grafana graphcms graphhopper gravitee ' +
  'greenhouse greip greynoise groovehq groupme gtmetrix guardian guardianapi guesty gumroad gusto gyazo ' +
  'hackerone happyscribe hashicorp hasura hcloud healthchecks heatmapapi hellosign helpcrunch helpscout ' +
  'hereapi heremaps heroku hetzner heyreach highlevel hightouch hiveage hivemq holidayapi holistic ' +
  'honeybadger honeycomb hootsuite hostaway hotjar html2pdf hubspot hubstaff huggingface huggingfacehub ' +
  'humanity hunterio hybiscus hypertrack hyperwallet ibmcloud iconfinder iexapis iexcloud ifttt igdb ' +
  'iland imagekit imagga imgbb imgix imgur immuta impala inboxsdk infisical influx influxdb infobip ' +
  'infomaniak infracost infura infusionsoft inkit insightly insomnia instabot instagram instamojo ' +
  'instantly instatus integromat intercom interseller intra42 intrinio invoiced invoiceninja ' +
  'invoiceocean ionic ip2location ipapi ipdata ipgeolocation ipify ipinfo ipinfodb ipqualityscore ' +
  'ipstack iterable ivanti izooto jenkins jetbrains jfrog jinaai jobber jobvite jotform journy ' +
  'jumpcloud jumpseller jupyter justworks jwplayer kairos kajabi kaleyra kanban kanbantool kandji ' +
  'karmacrm kayako keenio keycdn keygen kickbox kinsta kinvey klarna klaviyo klingai klipfolio knapsack ' +
  'kolide kontent kraken kucoin kustomer kylas lacework lambdalabs lambdatest landbot langfuse ' +
  'langsmith languagelayer languagetool laravel larkapp larksuite lastpass launchdarkly ldclient ' +
  'leadfeeder leadpages leadsquared leaseweb lemlist lemonsqueezy lendflow lessannoyingcrm lexigram ' +
  'liblab lichess lightrail lightspeed limacharlie linearb linebot linechannel linemessaging linenotify ' +
  'linkedin linkpreview linode liveagent livechat livekit liveperson livestorm llamacloud loadimpact ' +
  'loadmill locationiq logdna loggly logicmonitor loginradius logrocket logtail logzio lokalise ' +
  'loyverse lunchmoney luno lusha macaddress madkudu magicbell magnetic mailboxlayer mailcheck ' +
  'mailchimp mailerlite mailerq mailersend mailfence mailgun mailjet mailmodo mailosaur mailsac ' +
  'mailtrap malwarebytes manageengine mandrill manychat mapbox mapmyindia mapquest mapquestapi ' +
  'marketingcloud marketo marketstack mattermost mavenlink maxmind meaningcloud mediastack meilisearch ' +
  'meistertask meraki mercadopago mercury mergify mesibo messagebird messente metaapi metabase ' +
  'metaplane metrilo microcms midtrans mindmeister minimax minio miroaccess mistral mistralai mixmax ' +
  'mixpanel mobygames mockaroo mojohelpdesk mollie moneybird mongodb mongodbatlas monkeylearn monzo ' +
  'moonclerk moonshot moosend moralis moxtra mozscape mrticktock msg91 mulesoft myfreshworks ' +
  'myintervals namecheap namecom nanonets nasdaq nasdaqdatalink nationbuilder nessus nethunt netlify ' +
  'netsuite neutrino neutrinoapi neverbounce newrelic newsapi newscatcher nexmo nftport ngrok nicereply ' +
  'nightfall nimble nitro nordigen nostr noticeable nozbe nuclino nuget numlookup numverify nutritionix ' +
  'nvidia nylas nytimes oanda octopus ohdear okta ollama omnisend onedesk onehub onelogin onepagecrm ' +
  'onesignal onfido onfinality onfleet oopspam opencage opencagedata openexchangerates openphone ' +
  'openproject openrouter openshift opentok openuv openvpn openweather openweathermap opsgenie ' +
  'optimizely optimove oracledb ordergroove ortto outbrain outsystems overloop ovhcloud owlbot ' +
  'packagecloud packagist paddle pagarme pagerduty pagseguro pandadoc pandascore paperform paperspace ' +
  'papertrail paralleldots parsehub parseur particle particleaccess partnerstack paseto pastebin paycom ' +
  'paydirtapp payfast payhere paylocity paymo paymoapp paymongo payoneer paypal paystack paytm paytrace ' +
  'pcloud pdfco pdflayer pdfshift pendo peopledatalabs pepipost percy perigon perplexity personio ' +
  'petfinder pganalyze photoroom pinecone pinterest pipedream pipedrive pirateweather pivotaltracker ' +
  'piwik pixabay plaid planetscale planhat planviewleankit planyo platformsh playfab plesk plivo podio ' +
  'pollsapi poloniex polygon polygonio polygonscan polymarket porkbun portainer positionstack ' +
  'postageapp postbacks postcoder posthog postman postmark powrbot prefect prerender prestashop pricefx ' +
  'printful printify prismic prodpad productboard productiv proofpoint prospectcrm protocolsio proxmox ' +
  'proxycrawl ptvgroup publer pubmatic pubnub pulumi purestake pushbullet pusher pushover pushwoosh ' +
  'qase qdrant qonto quaderno quadpay qualaroo qualtrics qualys qubole quickbase quickbooks quicknode ' +
  'quicksight rabbitmq rackspace railsmaster rancher rapidapi raven raygun razorpay reachmail readwise ' +
  'rebrandly rechargepayments recurly redash reddit redirectpizza redmine refiner remitly remoteok ' +
  'rentman repairshopr replicate replyio requestfinance rescuegroups rescuetime resend resmush restpack ' +
  'retellai revampcrm reverb ringcentral rippling ritekit roaring robinhood rocketchat rocketreach ' +
  'rockset roistat rollbar rollbaraccess rootly route4me rownd rubygems runpod runrunit sabre ' +
  'safetyculture sailthru salad saladcloud salesblink salescookie salesflare salesforce salesloft ' +
  'salesmate saltedge samsara sanity sap4hana satismeter sauceaccess saucelabs scalegrid scaleway ' +
  'scalingo scalr scoutapm scrapeowl scraperapi scraperbox scrapestack scrapfly scrapin scrapingant ' +
  'scrapingbee screenshotapi screenshotlayer scripbox scrutinizer seatgeek sectigo securitytrails ' +
  'segmentapi selectpdf semaphore semaphoreci semrush sendbird sendcloud sendgrid sendinblue sendowl ' +
  'sendpulse sentry serpapi serphouse serpstack servicenow settlemint sevdesk sheety sherpadesk shipday ' +
  'shipengine shippo shiprocket shipstation shodan shopee shopify shoprenter shopware shortcut shortio ' +
  'shotstack shutterstock sidekiq signable signalfx signalwire signaturit signnow signupgenius sigopt ' +
  'simfin similarweb simplesat simplybook simplynoted simvoly sinch sirv siteleaf skrapp skrappio ' +
  'skybiometry skylight slack slacksigning slicktext smartbear smarthr smartling smartlook ' +
  'smartrecruiters smartsheet smartystreets smooch sms77 smsapi smsglobal snapchat snipcart snov ' +
  'snowflake snowtrace socure sofort softlayer sonarcloud sonarqube sonatype sourcegraph spacelift ' +
  'sparkpost speakeasy spectralops splunk spoonacular sportmonks sportsmonk spotify spotinst ' +
  'springserve sprinklr squadcast squarespace sslmate stability stackhawk stackoverflow stackpath ' +
  'statsd statsig statuscake statuspage statuspal steamapi steampowered stitchdata stockdata storecove ' +
  'stormboard stormglass stormpath storyblok storychief strava streak streamlabs stripe stripo stytch ' +
  'subscan sugester suitecrm sumologic sumsub supabase superchat supernotes surfshark surveyanyplace ' +
  'surveybot surveymonkey surveysparrow survicate swell swiftype symbl sysdig tableau taboola tailscale ' +
  'talentlms talkwalker tallyfy tatumio tavily taxjar teachable teamcity teamgate teamviewer teamwork ' +
  'technicalanalysis tefter telegram telesign teletype telnyx temporal tenable tencent testingbot ' +
  'testrail text2data textlocal textmagic thehive theoddsapi thingsboard thingspeak thinkific ' +
  'thousandeyes threatstack thunderstore ticketleap ticketmaster tickettailor tiingo tiktok timecamp ' +
  'timekit timetastic timezoneapi timezonedb tineswebhook tmetric todoist toggl toggltrack tokeet ' +
  'tomorrowio tomtom tradegecko tradier transferwise transifex transistorfm travelpayouts travelport ' +
  'travisci treblle trello trendmicro tripadvisor truelayer truenas trufflehog trulioo trustpilot ' +
  'tryton tumblr turso twelvedata twelvelabs twilio twingate twitch twitter tyntec typeform typesense ' +
  'typetalk uberall ubidots uclassify udemy unbounce unifyid unkey unleash unplugg unsplash upcdatabase ' +
  'upcloud upguard uplead uploadcare uploadthing upstage upstash uptimerobot upwave upwork urbanairship ' +
  'urlbox urlscan usabilla userflow userpilot userstack uservoice vagaro vagrantcloud valispace valtown ' +
  'vastai vatlayer vbout veracode vercel verifalia verimail veriphone verizon versioneye viator ' +
  'victorops viewneo vimeo virtru virustotal visualcrossing vkontakte voiceflow voicegain volcengine ' +
  'vonage voodoosms vouchery voyageai vpnapi vultr wachete wakatime walkscore walmart wandb wappalyzer ' +
  'wazuh weatherapi weatherbit weatherstack weaviate web3storage webex webflow webpurify webscraper ' +
  'webscraping websitepulse wecom wepay whatcms whatsapp wherebytel whoxy winsms wistia wizclient ' +
  'wolfram wolframalpha woocommerce woodpecker woopra wootric wordnik workable workato workfront workos ' +
  'worksnaps workstack worldcoinindex worldweather wpengine wrike wufoo wundergraph xendit xero ' +
  'xeroclient xmatters yandex yapily yodlee yotpo youneedabudget yousign youtube zadarma zalando zapier ' +
  'zapsign zendesk zenkit zenrows zenscrape zenserp zenvia zeplin zerobounce zeromq zerotier zesty ' +
  'zhipu zipapi zipbooks zipcloud zipcodeapi zipcodebase zonkafeedback zoomclient zoominfo zulip zuora ' +
  'zuplo zyte'
).split(' ')
